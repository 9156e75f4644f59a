package city.huiwei.booking.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, each channel by itself: a slow mail server holds no short message up. At least
 * once, and by nobody else at the same time.
 */
@Component
class Delivering implements SmartLifecycle {

  /** As many are taken as are sent at once, so none lies about taken and unsent. */
  static final int AT_ONCE = 8;

  private static final Logger log = LoggerFactory.getLogger(Delivering.class);
  private static final Duration COUNTED = Duration.ofSeconds(30);

  private final Deliveries deliveries;
  private final Addresses addresses;
  private final Wording wording;
  private final List<Sending> sendings;
  private final NoticeSettings settings;
  private final MultiGauge waiting;
  private final MultiGauge dead;
  private final MultiGauge oldest;
  private Disposable running = Disposables.disposed();

  Delivering(
      Deliveries deliveries,
      Addresses addresses,
      Wording wording,
      ObjectProvider<Sending> sendings,
      NoticeSettings settings,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.wording = wording;
    this.sendings = sendings.stream().toList();
    this.settings = settings;
    this.waiting = MultiGauge.builder("huiwei.notices.waiting").register(meters);
    this.dead = MultiGauge.builder("huiwei.notices.dead").register(meters);
    this.oldest = MultiGauge.builder("huiwei.notices.oldest").baseUnit("seconds").register(meters);
  }

  @Override
  public void start() {
    running =
        Disposables.composite(
            Flux.fromIterable(sendings)
                .flatMap(sending -> each(settings.pause(), "sent", all(sending)))
                .subscribe(),
            each(COUNTED, "counted", count()).subscribe());
  }

  private static Flux<Void> each(Duration pause, String what, Mono<Void> work) {
    return Flux.interval(Duration.ZERO, pause)
        .onBackpressureDrop()
        .concatMap(
            _ ->
                work.doOnError(error -> log.warn("not {}: {}", what, error.toString()))
                    .onErrorComplete(),
            1);
  }

  /** Until nothing is due. Nobody is woken: the night's short messages go out in the morning. */
  private Mono<Void> all(Sending sending) {
    return deliveries
        .time()
        .filter(time -> sending.channel() != Channel.SMS || settings.sms().isOpen(time))
        .flatMap(_ -> some(sending))
        .expand(taken -> taken < AT_ONCE ? Mono.empty() : some(sending))
        .then();
  }

  /** Sends some of what is due; how much that was. */
  Mono<Long> some(Sending sending) {
    return deliveries
        .take(sending.channel(), AT_ONCE)
        .flatMap(
            parcel ->
                send(sending, parcel)
                    .flatMap(outcome -> deliveries.settle(parcel, outcome))
                    .thenReturn(parcel),
            AT_ONCE)
        .count();
  }

  private Mono<Outcome> send(Sending sending, Parcel parcel) {
    return parcel.isTooLate()
        ? Mono.just(new Outcome.Never("too late"))
        : addresses
            .of(parcel.notice().application())
            .mapNotNull(address -> address.on(parcel.channel()))
            .flatMap(address -> sending.send(wording.message(parcel), address))
            .defaultIfEmpty(new Outcome.Unreachable())
            .timeout(settings.patience())
            .onErrorResume(error -> Mono.just(new Outcome.Later(error.getClass().getSimpleName())));
  }

  /** For whoever watches. */
  Mono<Void> count() {
    return Flux.fromIterable(sendings)
        .concatMap(sending -> deliveries.figures(sending.channel()))
        .collectList()
        .doOnNext(figures -> {
          waiting.register(figures.stream().map(it -> row(it, it.waiting())).toList(), true);
          dead.register(figures.stream().map(it -> row(it, it.dead())).toList(), true);
          oldest.register(figures.stream().map(it -> row(it, it.oldestSeconds())).toList(), true);
        })
        .then();
  }

  private static MultiGauge.Row<?> row(Deliveries.Figures of, long value) {
    return MultiGauge.Row.of(Tags.of("channel", of.channel().name()), value);
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
