package city.huiwei.booking.booking;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drives on what a crash or a silent inventory left between two steps. */
@Component
class Sweeping implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

  /** As many as share a step, so that a crash in a crowd is made up for in a few rounds. */
  private static final int AT_ONCE = 500;

  private final Bookings bookings;
  private final Driving driving;
  private final SweepSettings settings;
  private Disposable running = Disposables.disposed();

  Sweeping(Bookings bookings, Driving driving, SweepSettings settings) {
    this.bookings = bookings;
    this.driving = driving;
    this.settings = settings;
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ZERO, settings.pause())
            .onBackpressureDrop()
            .concatMap(_ -> sweep())
            .subscribe();
  }

  /** One round; a booking that cannot be driven on now is left for a later round. */
  private Mono<Void> sweep() {
    return bookings
        .claimStalled(settings.patience(), AT_ONCE)
        .flatMap(
            booking ->
                driving
                    .drive(booking)
                    .doOnError(error -> log.warn("{} waits: {}", booking.id(), error.toString()))
                    .onErrorComplete(),
            AT_ONCE)
        .doOnError(error -> log.warn("not swept: {}", error.toString()))
        .onErrorComplete()
        .then();
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
