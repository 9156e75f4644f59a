package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.offer.OfferSettings;
import city.huiwei.booking.offer.Proposing;
import city.huiwei.booking.offer.Proposing.Given;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.booking.residence.Residence;
import city.huiwei.booking.residence.ResidenceState;
import city.huiwei.booking.residence.Residences;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Offers what published runs have given, by itself: those who move go first, then the others. What
 * was written down with the publication is made until it is settled.
 */
@Component
class Giving implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Giving.class);
  private static final int MOST = 200;
  private static final int AT_ONCE = 8;
  private static final int MOST_TRIES = 6;

  private final RoundRuns runs;
  private final ChildcareRounds rounds;
  private final Applications applications;
  private final Residences residences;
  private final Proposing proposing;
  private final Listing listing;
  private final Childcare programme;
  private final OfferSettings settings;
  private Disposable running = Disposables.disposed();

  Giving(
      RoundRuns runs,
      ChildcareRounds rounds,
      Applications applications,
      Residences residences,
      Proposing proposing,
      Listing listing,
      Programmes programmes,
      OfferSettings settings) {
    this.runs = runs;
    this.rounds = rounds;
    this.applications = applications;
    this.residences = residences;
    this.proposing = proposing;
    this.listing = listing;
    this.programme = programmes.childcare();
    this.settings = settings;
  }

  @Override
  public void start() {
    running =
        Flux.interval(settings.pause())
            .onBackpressureDrop()
            .concatMap(
                _ ->
                    give()
                        .doOnError(error -> log.warn("not given: {}", error.toString()))
                        .onErrorComplete(),
                1)
            .subscribe();
  }

  private Mono<Void> give() {
    return runs.toOffer(MOST)
        .collectList()
        .filter(waiting -> !waiting.isEmpty())
        .zipWhen(_ -> places())
        .flatMapMany(both ->
            Flux.fromIterable(both.getT1())
                .flatMap(placed -> safely(give(placed, both.getT2())), AT_ONCE))
        .then();
  }

  private Mono<Map<String, Place>> places() {
    return listing.all(Childcare.CODE).flatMapIterable(places -> places).collectMap(Place::pool);
  }

  private static Mono<Void> safely(Mono<Void> work) {
    return work.doOnError(error -> log.warn("not given: {}", error.toString())).onErrorComplete();
  }

  private Mono<Void> give(RoundRuns.Placed placed, Map<String, Place> places) {
    var offer = placed.offer();
    var place = places.get(String.valueOf(placed.placement().pool()));
    return offer == null || place == null
        ? Mono.empty()
        : given(placed, offer, place)
            .flatMap(proposing::propose)
            .flatMap(state ->
                state == Offer.State.FAILED
                    ? runs.again(offer, MOST_TRIES).thenReturn(state)
                    : runs.settled(offer).thenReturn(state))
            .switchIfEmpty(Mono.defer(() -> runs.settled(offer).then(Mono.empty())))
            .then();
  }

  private Mono<Given> given(RoundRuns.Placed placed, UUID offer, Place place) {
    var child = placed.placement().application();
    return Mono.zip(rounds.one(placed.round()), applications.one(child))
        .zipWith(seat(child))
        .map(all -> {
          var round = all.getT1().getT1();
          return new Given(
              offer,
              child,
              place,
              round.startsOn(),
              programme.leaves(born(all.getT1().getT2())),
              round.answersUntil(placed.run()),
              all.getT2().id().orElse(null));
        });
  }

  /** The residence of who has a place already. */
  private record Seat(Optional<UUID> id) {}

  private Mono<Seat> seat(UUID child) {
    return residences
        .of(child)
        .filter(residence -> residence.state() != ResidenceState.LEFT)
        .sort(Comparator.comparing(Residence::begins).reversed())
        .next()
        .map(residence -> new Seat(Optional.of(residence.id())))
        .defaultIfEmpty(new Seat(Optional.empty()));
  }

  private static LocalDate born(Application child) {
    return Childcare.bornIn(requireNonNull(child.need()));
  }

  @Override
  public void stop() {
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return !running.isDisposed();
  }
}
