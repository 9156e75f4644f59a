package city.huiwei.booking.appeal;

import static city.huiwei.booking.notice.Notice.Kind.APPEAL_OVERDUE;

import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes to the manager what nobody has answered in time. */
@Component
class Escalating implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Escalating.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int MOST = 100;

  private final Appeals appeals;
  private final Telling telling;
  private final TransactionalOperator transaction;
  private Disposable running = Disposables.disposed();

  Escalating(Appeals appeals, Telling telling, TransactionalOperator transaction) {
    this.appeals = appeals;
    this.telling = telling;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ZERO, PAUSE)
            .onBackpressureDrop()
            .concatMap(_ ->
                escalate()
                    .doOnError(error -> log.warn("not escalated: {}", error.toString()))
                    .onErrorComplete())
            .subscribe();
  }

  /** Who waits is told that it is late and who looks after it now. */
  private Mono<Void> escalate() {
    return appeals
        .escalate(MOST)
        .concatMap(application -> telling.tell(Notice.of(APPEAL_OVERDUE, application)))
        .then()
        .as(transaction::transactional);
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
