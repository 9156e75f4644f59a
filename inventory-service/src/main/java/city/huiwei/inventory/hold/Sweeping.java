package city.huiwei.inventory.hold;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Tidies lapsed holds of pools nobody asks for; no promise rests on it. */
@Component
class Sweeping implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Holding holding;
  private Disposable running = Disposables.disposed();

  Sweeping(Holding holding) {
    this.holding = holding;
  }

  @Override
  public void start() {
    running =
        Flux.interval(PAUSE)
            .onBackpressureDrop()
            .concatMap(_ ->
                holding
                    .clearLapsed()
                    .doOnError(error -> log.warn("not swept: {}", error.toString()))
                    .onErrorComplete())
            .subscribe();
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
