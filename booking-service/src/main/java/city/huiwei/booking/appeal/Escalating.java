package city.huiwei.booking.appeal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Takes to the manager what nobody has answered in time. */
@Component
class Escalating implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Escalating.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Appeals appeals;
  private Disposable running = Disposables.disposed();

  Escalating(Appeals appeals) {
    this.appeals = appeals;
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ZERO, PAUSE)
            .onBackpressureDrop()
            .concatMap(_ ->
                appeals
                    .escalate()
                    .doOnError(error -> log.warn("not escalated: {}", error.toString()))
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
