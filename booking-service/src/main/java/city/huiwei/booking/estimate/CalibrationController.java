package city.huiwei.booking.estimate;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How good the waiting times are that people are told: figures, no persons. */
@RestController
class CalibrationController {

  private final Estimating estimating;

  CalibrationController(Estimating estimating) {
    this.estimating = estimating;
  }

  /** One line a programme. */
  record CalibrationList(List<Calibration> items) {}

  @GetMapping("/api/operator/estimates/figures")
  @PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
  Mono<CalibrationList> figures() {
    return estimating.calibrations().map(CalibrationList::new);
  }
}
