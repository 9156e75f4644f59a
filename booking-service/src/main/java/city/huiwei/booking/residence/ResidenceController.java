package city.huiwei.booking.residence;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own residences. */
@RestController
class ResidenceController {

  private final Residing residing;

  ResidenceController(Residing residing) {
    this.residing = residing;
  }

  /** A page of residences. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ResidenceList(List<Residence> items, @Nullable UUID next) {}

  @GetMapping("/api/applications/{application}/residences")
  Mono<ResidenceList> of(@Parameter(hidden = true) SignedIn who, @PathVariable UUID application) {
    return residing.of(who, application).map(items -> new ResidenceList(items, null));
  }
}
