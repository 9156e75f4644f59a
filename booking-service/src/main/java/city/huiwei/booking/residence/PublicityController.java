package city.huiwei.booking.residence;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Results that are public for a time: open to everyone; who objects signs in. */
@RestController
class PublicityController {

  private final Publishing publishing;

  PublicityController(Publishing publishing) {
    this.publishing = publishing;
  }

  /** A page of results. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublishedList(List<Published> items, @Nullable UUID next) {}

  /**
   * What somebody objects to it.
   *
   * @param note 1 to 500 characters
   */
  record Objection(@Nullable String note) {}

  @GetMapping("/api/programmes/{programme}/publicity")
  Mono<PublishedList> of(
      @PathVariable String programme, @RequestParam(required = false) @Nullable UUID after) {
    return publishing
        .of(programme, after)
        .map(items ->
            new PublishedList(items, items.size() < Publishing.PAGE ? null : items.getLast().id()));
  }

  @PostMapping("/api/publicity/{id}/objections")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> object(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID id,
      @RequestBody Objection objection) {
    return publishing.object(who, id, objection.note());
  }
}
