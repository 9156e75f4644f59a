package city.huiwei.booking.assignment;

import city.huiwei.booking.contract.ReserveDesk;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on trials of reserves, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class ReserveController implements ReserveDesk {

  private final Attempting attempting;

  ReserveController(Attempting attempting) {
    this.attempting = attempting;
  }

  @Override
  public Mono<Trial> attempt(TrialAsk ask) {
    return attempting.attempt(ask);
  }
}
