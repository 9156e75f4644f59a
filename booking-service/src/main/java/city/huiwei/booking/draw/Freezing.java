package city.huiwei.booking.draw;

import city.huiwei.edge.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Freezes each list when it closes: its root is public before anybody throws a die. */
@Component
class Freezing implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Freezing.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST = 20;

  private final Draws draws;
  private final Drawing drawing;
  private Disposable running = Disposables.disposed();

  Freezing(Draws draws, Drawing drawing) {
    this.draws = draws;
    this.drawing = drawing;
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ZERO, PAUSE)
            .onBackpressureDrop()
            .concatMap(_ ->
                draws
                    .closed(MOST)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(this::freeze)
                    .doOnError(error -> log.warn("not frozen: {}", error.toString()))
                    .onErrorComplete())
            .subscribe();
  }

  /** Another instance, or somebody of the staff, may have been faster. */
  private Mono<DrawRecord> freeze(String draw) {
    return drawing
        .freeze(draw, "system")
        .doOnError(error -> log.info("draw {} is not frozen now: {}", draw, error.toString()))
        .onErrorComplete(ProblemException.class);
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
