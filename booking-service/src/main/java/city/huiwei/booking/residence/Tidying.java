package city.huiwei.booking.residence;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Tells inventory of ends that a crash or a silent inventory left untold. */
@Component
class Tidying implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Tidying.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 100;

  private final Residences residences;
  private final Residing residing;
  private Disposable running = Disposables.disposed();

  Tidying(Residences residences, Residing residing) {
    this.residences = residences;
    this.residing = residing;
  }

  @Override
  public void start() {
    running =
        Flux.interval(PAUSE)
            .onBackpressureDrop()
            .concatMap(_ ->
                residences
                    .claimStalled(PATIENCE, MOST)
                    .concatMap(residing::carry)
                    .doOnError(error -> log.warn("not told: {}", error.toString()))
                    .onErrorComplete()
                    .then())
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
