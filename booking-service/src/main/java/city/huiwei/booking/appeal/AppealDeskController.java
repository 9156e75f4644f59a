package city.huiwei.booking.appeal;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an operator's staff do with appeals and requests. */
@RestController
@RequestMapping("/api/operator/appeals")
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class AppealDeskController {

  private final Resolving resolving;

  AppealDeskController(Resolving resolving) {
    this.resolving = resolving;
  }

  /** The open ones, those that are due first. */
  record OpenAppeals(List<AppealAnswer> items) {}

  @GetMapping
  Mono<OpenAppeals> open(@Parameter(hidden = true) SignedIn staff) {
    return resolving.open(staff).map(OpenAppeals::new);
  }

  @GetMapping("/figures")
  Mono<Appeals.Figures> figures(@Parameter(hidden = true) SignedIn staff) {
    return resolving.figures(staff);
  }

  @PutMapping("/{appeal}/owner")
  Mono<AppealAnswer> take(@Parameter(hidden = true) SignedIn staff, @PathVariable UUID appeal) {
    return resolving.take(staff, appeal);
  }

  @PutMapping("/{appeal}/answer")
  Mono<AppealAnswer> answer(
      @Parameter(hidden = true) SignedIn staff,
      @PathVariable UUID appeal,
      @RequestBody Resolving.Resolution resolution) {
    return resolving.answer(staff, appeal, resolution);
  }
}
