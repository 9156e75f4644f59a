package city.huiwei.booking.rating;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What applicants think of how they were served, and how often for an operator's staff. */
@RestController
class RatingController {

  private final Rating rating;

  RatingController(Rating rating) {
    this.rating = rating;
  }

  /** One's own word, which can be changed. */
  record Opinion(@Nullable Grade grade) {}

  /** How often each grade was given. */
  record Figures(Map<Grade, Long> grades) {}

  @PutMapping("/api/applications/{application}/rating")
  Mono<Opinion> rate(
      @Parameter(hidden = true) SignedIn who,
      @PathVariable UUID application,
      @RequestBody Opinion opinion) {
    return rating.rate(who, application, opinion.grade()).map(Opinion::new);
  }

  @GetMapping("/api/operator/ratings/figures")
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
  Mono<Figures> figures(@Parameter(hidden = true) SignedIn staff) {
    return rating.figures(staff).map(Figures::new);
  }
}
