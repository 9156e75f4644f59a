package city.huiwei.booking.rating;

import city.huiwei.edge.SignedIn;
import city.huiwei.look.Pages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** One tap at the end of an application's page says what somebody thinks. */
@Pages
class RatingPages {

  private final Rating rating;

  RatingPages(Rating rating) {
    this.rating = rating;
  }

  /** The button that was pressed. */
  record RatingForm(@Nullable Grade grade) {}

  @PostMapping("/applications/{id}/rating")
  Mono<String> rate(SignedIn who, @PathVariable UUID id, RatingForm form) {
    return rating.rate(who, id, form.grade()).map(_ -> "redirect:/applications/" + id + "#rating");
  }
}
