package city.huiwei.booking.assignment;

import city.huiwei.booking.batch.Entries;
import city.huiwei.booking.batch.Entry;
import city.huiwei.booking.batch.Settling;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks after batches by itself: those that were drawn are placed, those left half-way go on, what
 * nobody confirmed in time goes to the next, and what is left over at the end is everybody's.
 */
@Component
class Advancing implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Advancing.class);
  private static final int BATCHES = 20;
  private static final int ROOMS = 1_024;

  /** So that a large batch does not keep the others waiting. */
  private static final long PARTS = 20;

  private final Runs runs;
  private final Placing placing;
  private final Seating seating;
  private final Assignments assignments;
  private final Entries entries;
  private final Settling settling;
  private final AssignmentSettings settings;
  private final TransactionalOperator transaction;
  private Disposable running = Disposables.disposed();

  Advancing(
      Runs runs,
      Placing placing,
      Seating seating,
      Assignments assignments,
      Entries entries,
      Settling settling,
      AssignmentSettings settings,
      TransactionalOperator transaction) {
    this.runs = runs;
    this.placing = placing;
    this.seating = seating;
    this.assignments = assignments;
    this.entries = entries;
    this.settling = settling;
    this.settings = settings;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    running =
        Flux.interval(settings.pause()).onBackpressureDrop().concatMap(_ -> look(), 1).subscribe();
  }

  private Mono<Void> look() {
    return safely("placed", runs.due(BATCHES).concatMap(placing::first).then())
        .then(safely("carried on", carryOn()))
        .then(safely("lapsed", lapse()))
        .then(
            safely(
                "placed again",
                runs.toGoThroughAgain(settings.again(), BATCHES).concatMap(placing::again).then()))
        .then(safely("settled", settle()));
  }

  private Mono<Void> carryOn() {
    return assignments
        .claim(settings.patience(), ROOMS)
        .collectList()
        .filter(claimed -> !claimed.isEmpty())
        .flatMap(claimed -> seating.on(claimed).thenReturn(claimed.size()))
        .repeat(PARTS)
        .takeUntil(claimed -> claimed < ROOMS)
        .then();
  }

  /**
   * First all are written down, which needs the database alone; then their rooms are given back.
   */
  private Mono<Void> lapse() {
    return assignments
        .lapse(ROOMS)
        .collectList()
        .delayUntil(this::remember)
        .as(transaction::transactional)
        .flatMap(seating::on);
  }

  private Mono<Void> remember(List<Assignment> lapsed) {
    var tickets =
        lapsed.stream()
            .collect(
                Collectors.groupingBy(
                    Assignment::batch,
                    Collectors.mapping(it -> it.winner().ticket(), Collectors.toList())));
    return Flux.fromIterable(tickets.entrySet())
        .concatMap(it -> entries.outcome(it.getKey(), it.getValue(), Entry.Outcome.LAPSED))
        .then();
  }

  private Mono<Void> settle() {
    return runs.settle(BATCHES).concatMap(this::settle).as(transaction::transactional).then();
  }

  private Mono<Boolean> settle(UUID batch) {
    return runs.withoutARoom(batch)
        .collectList()
        .flatMap(without -> settling.settle(batch, without));
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
