package city.huiwei.booking.explanation;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One application with where it stands and why. */
@RestController
class ExplanationController {

  private final Explaining explaining;

  ExplanationController(Explaining explaining) {
    this.explaining = explaining;
  }

  @GetMapping("/api/applications/{application}")
  Mono<Explanation> one(
      @Parameter(hidden = true) SignedIn who, @PathVariable UUID application, Locale locale) {
    return explaining.explain(who, application, locale);
  }
}
