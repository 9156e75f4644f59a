package city.huiwei.console.desk;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.FrontDesk;
import city.huiwei.inventory.contract.Inventory;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds a guest's booking and takes the desk's steps with it; empty where there is none. */
@Component
class Attending {

  private final FrontDesk desk;
  private final Inventory inventory;

  Attending(FrontDesk desk, Inventory inventory) {
    this.desk = desk;
    this.inventory = inventory;
  }

  Mono<Guest> find(String reference) {
    return booking(reference).flatMap(this::atTheirPlace);
  }

  Mono<Booking> take(Step step, String reference) {
    return booking(reference)
        .flatMap(booking ->
            switch (step) {
              case CHECK_IN -> desk.checkIn(booking.id());
              case DEPARTURE -> desk.depart(booking.id());
              case NO_SHOW -> desk.noShow(booking.id());
            });
  }

  // As it is written on paper or said on the telephone.
  private Mono<Booking> booking(String reference) {
    return desk.find(reference.strip().toUpperCase(Locale.ROOT));
  }

  private Mono<Guest> atTheirPlace(Booking booking) {
    return inventory
        .place(booking.pool(), null, null)
        .map(place -> new Guest(booking, place))
        .defaultIfEmpty(new Guest(booking, null));
  }
}
