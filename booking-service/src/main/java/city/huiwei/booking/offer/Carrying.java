package city.huiwei.booking.offer;

import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Carries an offer on from wherever it is: what was written first is then done in inventory, whose
 * answer is the same however often it is asked.
 */
@Service
class Carrying {

  /** Accepted in the last moment, a place is still there to be made firm. */
  private static final Duration GRACE = Duration.ofMinutes(30);

  private final Inventory inventory;
  private final Stepping stepping;
  private final Offers offers;

  Carrying(Inventory inventory, Stepping stepping, Offers offers) {
    this.inventory = inventory;
    this.stepping = stepping;
    this.offers = offers;
  }

  Mono<Offer> on(Offer offer) {
    return switch (offer.state()) {
      case PROPOSED -> ask(offer);
      case ACCEPTED -> makeFirm(offer);
      case REFUSED, LAPSED, WITHDRAWN -> release(offer);
      case OPEN, BOOKED, FAILED -> Mono.just(offer);
    };
  }

  private Mono<Offer> ask(Offer offer) {
    var request = new HoldRequest(offer.pool(), offer.begins(), null, offer.deadline().plus(GRACE));
    return inventory
        .hold(offer.id(), request)
        .flatMap(answer ->
            switch (answer) {
              case HoldAnswer.Held held -> offers.open(offer.id(), held.unit());
              case HoldAnswer.Refused _ -> stepping.fail(offer);
              case HoldAnswer.Unanswered _ -> Mono.empty();
            });
  }

  private Mono<Offer> makeFirm(Offer offer) {
    return inventory
        .confirm(offer.id())
        .flatMap(answer ->
            answer instanceof HoldAnswer.Held ? stepping.book(offer) : stepping.fail(offer));
  }

  private Mono<Offer> release(Offer offer) {
    return inventory
        .release(offer.id())
        .then(Mono.defer(() -> offers.settled(offer.id())))
        .thenReturn(offer);
  }
}
