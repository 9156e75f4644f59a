package city.huiwei.console.offer;

import city.huiwei.booking.contract.OfferDesk;
import city.huiwei.booking.contract.OfferDesk.OfferList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks after an operator's offers. */
@Component
class Overseeing {

  private final OfferDesk desk;

  Overseeing(OfferDesk desk) {
    this.desk = desk;
  }

  Mono<OfferList> look(Show show, @Nullable UUID after) {
    return desk.offers(show.state(), show.isStalled(), after);
  }
}
