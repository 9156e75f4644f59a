package city.huiwei.booking.contract;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What an operator's staff do with a booking at their own sites. Bookings at other operators' sites
 * are 404; a step that does not fit the booking's state or date is a 409 problem.
 */
public interface FrontDesk {

  /** The booking with this reference; empty (404) when there is none at the asker's sites. */
  @GetExchange("/api/desk/bookings")
  Mono<Booking> find(@RequestParam String reference);

  @PutExchange("/api/bookings/{booking}/check-in")
  Mono<Booking> checkIn(@PathVariable UUID booking);

  /** The guest leaves today; nights not spent are given back. */
  @PutExchange("/api/bookings/{booking}/departure")
  Mono<Booking> depart(@PathVariable UUID booking);

  @PutExchange("/api/bookings/{booking}/no-show")
  Mono<Booking> noShow(@PathVariable UUID booking);
}
