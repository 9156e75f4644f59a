package city.huiwei.booking.residence;

import city.huiwei.edge.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Residences: one's own, and those of an operator with what staff do in them. */
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

  @GetMapping("/api/operator/residences")
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
  Mono<ResidenceList> desk(
      @Parameter(hidden = true) SignedIn staff,
      @RequestParam(defaultValue = "AGREED") ResidenceState state,
      @RequestParam(required = false) @Nullable UUID after) {
    return residing
        .desk(staff, state, after)
        .map(items ->
            new ResidenceList(items, items.size() < Residing.PAGE ? null : items.getLast().id()));
  }

  @PutMapping("/api/operator/residences/{residence}/step")
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
  Mono<Residence> take(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID residence,
      @RequestBody Turn turn) {
    return residing.take(staff, residence, turn);
  }
}
