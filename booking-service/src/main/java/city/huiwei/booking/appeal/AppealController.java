package city.huiwei.booking.appeal;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own appeals and requests. */
@RestController
@RequestMapping("/api/appeals")
class AppealController {

  private final Appealing appealing;

  AppealController(Appealing appealing) {
    this.appealing = appealing;
  }

  /** A page, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AppealList(List<AppealAnswer> items, @Nullable UUID next) {}

  @PostMapping
  Mono<ResponseEntity<AppealAnswer>> appeal(
      @Parameter(hidden = true) SignedIn who,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Appealing.Question question) {
    if (key == null || key.isBlank()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.PRECONDITION_REQUIRED,
              "idempotency-key-missing",
              List.of(Reason.of("KEY_MISSING", "Idempotency-Key"))));
    }
    return appealing
        .appeal(who, key.strip(), question)
        .map(appealing::open)
        .map(appeal -> ResponseEntity.status(HttpStatus.CREATED).body(appeal));
  }

  @GetMapping
  Mono<AppealList> mine(
      @Parameter(hidden = true) SignedIn who,
      @RequestParam(required = false) @Nullable UUID after) {
    return appealing
        .mine(who, after)
        .map(items ->
            new AppealList(items, items.size() < Appealing.PAGE ? null : items.getLast().id()));
  }

  @GetMapping("/{appeal}")
  Mono<AppealAnswer> one(@Parameter(hidden = true) SignedIn who, @PathVariable UUID appeal) {
    return appealing.one(who, appeal);
  }
}
