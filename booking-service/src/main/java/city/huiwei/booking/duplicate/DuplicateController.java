package city.huiwei.booking.duplicate;

import city.huiwei.edge.SignedIn;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Applications that are alike, side by side. */
@RestController
@RequestMapping("/api/operator/duplicates")
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class DuplicateController {

  private final Deduplicating deduplicating;

  DuplicateController(Deduplicating deduplicating) {
    this.deduplicating = deduplicating;
  }

  /** Those that nobody has resolved. */
  record OpenDuplicates(List<Duplicate> items) {}

  @GetMapping
  Mono<OpenDuplicates> open(@Parameter(hidden = true) SignedIn staff) {
    return deduplicating.open(staff).map(OpenDuplicates::new);
  }

  @PostMapping("/verdicts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> resolve(
      @Parameter(hidden = true) SignedIn staff, @RequestBody Deduplicating.Finding finding) {
    return deduplicating.resolve(staff, finding);
  }
}
