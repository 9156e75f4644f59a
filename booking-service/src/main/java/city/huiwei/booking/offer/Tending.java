package city.huiwei.booking.offer;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Programmes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks after offers by itself: those whose time is over lapse, those that were left half-way go
 * on, and what is free then is offered to the next.
 */
@Component
class Tending implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Tending.class);
  private static final int MOST = 200;
  private static final int AT_ONCE = 8;
  private static final Duration A_WHILE = Duration.ofSeconds(15);

  private final Offers offers;
  private final Offering offering;
  private final Stepping stepping;
  private final Carrying carrying;
  private final Programmes programmes;
  private final OfferSettings settings;
  private final DeskOffers desk;
  private final AtomicReference<Double> oldestUndrivenSeconds = new AtomicReference<>(0.0);
  private Disposable running = Disposables.disposed();

  Tending(
      Offers offers,
      Offering offering,
      Stepping stepping,
      Carrying carrying,
      Programmes programmes,
      OfferSettings settings,
      DeskOffers desk,
      MeterRegistry meters) {
    this.offers = offers;
    this.offering = offering;
    this.stepping = stepping;
    this.carrying = carrying;
    this.programmes = programmes;
    this.settings = settings;
    this.desk = desk;
    Gauge.builder("huiwei.offers.oldest.undriven", oldestUndrivenSeconds, AtomicReference::get)
        .description("For how long the offer that waits longest has waited to be driven on")
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public void start() {
    running =
        Flux.interval(settings.pause())
            .onBackpressureDrop()
            .concatMap(_ -> safely("tended", round()), 1)
            .subscribe();
  }

  private Mono<Void> round() {
    return lapse()
        .then(Mono.defer(this::carryOn))
        .then(Mono.defer(() -> safely("measured", measure())))
        .thenMany(Flux.fromIterable(programmes.all()))
        .ofType(ApplicationProgramme.class)
        .filter(programme -> !programme.isPlacedByRounds())
        .concatMap(programme -> safely("offered", offering.offer(programme).then()))
        .then();
  }

  /**
   * All lapse first, which needs the database alone: the next is asked however slow inventory is.
   */
  private Mono<Void> lapse() {
    return offers
        .overdue(MOST)
        .concatMap(offer ->
            stepping
                .lapse(offer)
                .doOnError(error -> log.warn("not lapsed: {}", error.toString()))
                .onErrorComplete())
        .collectList()
        .flatMap(lapsed -> carry(Flux.fromIterable(lapsed)));
  }

  private Mono<Void> carryOn() {
    return carry(offers.claimStalled(settings.patience(), MOST));
  }

  /** As many as can be in a while; the others are claimed again. */
  private Mono<Void> carry(Flux<Offer> these) {
    return safely(
        "carried on",
        these
            .flatMap(offer -> safely("carried on", carrying.on(offer).then()), AT_ONCE)
            .then()
            .timeout(A_WHILE));
  }

  private Mono<Void> measure() {
    return desk.oldestUndriven().doOnNext(oldestUndrivenSeconds::set).then();
  }

  private static Mono<Void> safely(String what, Mono<Void> work) {
    return work.doOnError(error -> log.warn("not {}: {}", what, error.toString()))
        .onErrorComplete();
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
