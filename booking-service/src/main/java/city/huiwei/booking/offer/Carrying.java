package city.huiwei.booking.offer;

import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
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
      case REFUSED, LAPSED, FAILED, WITHDRAWN -> release(offer);
      case OPEN -> offer.isMove() ? move(offer) : Mono.just(offer);
      case BOOKED -> Mono.just(offer);
    };
  }

  /** All units or none: what was held of one that failed is given back. */
  private Mono<Offer> ask(Offer offer) {
    return inventory
        .holds(asks(offer))
        .flatMap(answers -> {
          var units = units(answers);
          return units.size() == answers.size()
              ? stepping.open(offer, units).flatMap(this::on)
              : answers.stream().anyMatch(HoldAnswer.Refused.class::isInstance)
                  ? failed(offer)
                  : Mono.empty();
        });
  }

  private static List<HoldAsk> asks(Offer offer) {
    var holds = offer.holds();
    var until = offer.deadline().plus(GRACE);
    return IntStream.range(0, holds.size())
        .mapToObj(n ->
            new HoldAsk(holds.get(n), offer.pools().get(n), offer.begins(), offer.ends(), until))
        .toList();
  }

  private static List<String> units(List<HoldAnswer> answers) {
    return answers.stream()
        .filter(HoldAnswer.Held.class::isInstance)
        .map(held -> ((HoldAnswer.Held) held).unit())
        .toList();
  }

  /** Who moves has asked for the place, and is not asked again. */
  private Mono<Offer> move(Offer offer) {
    return stepping.accept(offer.id(), "system").flatMap(this::makeFirm);
  }

  private Mono<Offer> makeFirm(Offer offer) {
    return Flux.fromIterable(offer.holds())
        .concatMap(inventory::confirm)
        .all(HoldAnswer.Held.class::isInstance)
        .flatMap(all -> all ? stepping.book(offer) : failed(offer));
  }

  private Mono<Offer> failed(Offer offer) {
    return stepping.fail(offer).flatMap(this::release);
  }

  private Mono<Offer> release(Offer offer) {
    return Flux.fromIterable(offer.holds())
        .concatMap(inventory::release)
        .then(Mono.defer(() -> offers.settled(offer.id())))
        .thenReturn(offer);
  }
}
