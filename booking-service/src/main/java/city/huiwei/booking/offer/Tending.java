package city.huiwei.booking.offer;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Programmes;
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

  private final Offers offers;
  private final Offering offering;
  private final Stepping stepping;
  private final Carrying carrying;
  private final Programmes programmes;
  private final OfferSettings settings;
  private Disposable running = Disposables.disposed();

  Tending(
      Offers offers,
      Offering offering,
      Stepping stepping,
      Carrying carrying,
      Programmes programmes,
      OfferSettings settings) {
    this.offers = offers;
    this.offering = offering;
    this.stepping = stepping;
    this.carrying = carrying;
    this.programmes = programmes;
    this.settings = settings;
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
        .thenMany(Flux.fromIterable(programmes.all()))
        .ofType(ApplicationProgramme.class)
        .concatMap(programme -> safely("offered", offering.offer(programme).then()))
        .then();
  }

  private Mono<Void> lapse() {
    return offers
        .overdue(MOST)
        .concatMap(offer -> safely("lapsed", stepping.lapse(offer).flatMap(carrying::on).then()))
        .then();
  }

  private Mono<Void> carryOn() {
    return offers
        .claimStalled(settings.patience(), MOST)
        .flatMap(offer -> safely("carried on", carrying.on(offer).then()), AT_ONCE)
        .then();
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
