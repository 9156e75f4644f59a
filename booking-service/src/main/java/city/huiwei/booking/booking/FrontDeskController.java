package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.FrontDesk;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The front desk's contract over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class FrontDeskController implements FrontDesk {

  private final Receiving receiving;

  FrontDeskController(Receiving receiving) {
    this.receiving = receiving;
  }

  @Override
  public Mono<Booking> find(String reference) {
    return SignedIn.current()
        .flatMap(staff -> receiving.find(staff, reference))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  @Override
  public Mono<Booking> checkIn(UUID booking) {
    return SignedIn.current().flatMap(staff -> receiving.checkIn(staff, booking));
  }

  @Override
  public Mono<Booking> depart(UUID booking) {
    return SignedIn.current().flatMap(staff -> receiving.depart(staff, booking));
  }

  @Override
  public Mono<Booking> noShow(UUID booking) {
    return SignedIn.current().flatMap(staff -> receiving.noShow(staff, booking));
  }
}
