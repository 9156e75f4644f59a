package city.huiwei.booking.draw;

import city.huiwei.booking.contract.ReserveOrder;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is public of draws: open to everyone. */
@RestController
@RequestMapping("/api/draws/{draw}")
class DrawController {

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Disclosing disclosing;

  DrawController(Disclosing disclosing) {
    this.disclosing = disclosing;
  }

  /**
   * What was announced.
   *
   * @param round as {@code none}, {@code drand/<chain>/<round>} or {@code nist/<time>}
   */
  record Said(
      String draw,
      String rulesVersion,
      int capacity,
      List<Announcement.Reserve> reserves,
      ReserveOrder reserveOrder,
      Instant closes,
      Instant drawsAt,
      String round) {}

  /** Everything that was done, the oldest first. */
  record Log(DrawState state, List<Draws.Entry> entries) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "200",
      description = "what is public; tickets by rank once the draw is published",
      content = @Content(schema = @Schema(implementation = PublicDraw.class)))
  Mono<ResponseEntity<Flux<String>>> draw(@PathVariable String draw) {
    return disclosing
        .one(draw)
        .map(found ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                // What is published does not change.
                .cacheControl(
                    found.isPublished()
                        ? CacheControl.maxAge(FOR_GOOD).cachePublic().immutable()
                        : CacheControl.noCache())
                .body(disclosing.written(found)));
  }

  @GetMapping("/announcement")
  Mono<Said> announcement(@PathVariable String draw) {
    return disclosing.one(draw).map(DrawRecord::announcement).map(DrawController::said);
  }

  @GetMapping("/log")
  Mono<Log> log(@PathVariable String draw) {
    return disclosing
        .one(draw)
        .zipWith(disclosing.log(draw))
        .map(found -> new Log(found.getT1().state(), found.getT2()));
  }

  @GetMapping("/tickets/{ticket}")
  Mono<Inclusion> inclusion(@PathVariable String draw, @PathVariable String ticket) {
    return disclosing.inclusion(draw, ticket);
  }

  private static Said said(Announcement said) {
    return new Said(
        said.draw(),
        said.rulesVersion(),
        said.capacity(),
        said.reserves(),
        said.reserveOrder(),
        said.closes(),
        said.drawsAt(),
        said.round().text());
  }
}
