package city.huiwei.inventory.hold;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Refusal;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes units, keeps them, gives them back. Every id has one answer. */
@Service
public class Holding {

  /** Another planner was faster: overlapping holds, an id answered meanwhile, a deadlock. */
  private static final Set<String> COLLISIONS = Set.of("23P01", "23505", "40P01", "40001");

  private final Holds holds;
  private final PlannedPools pools;
  private final HoldLocks locks;
  private final HoldSettings settings;
  private final TransactionalOperator transaction;
  private final HoldLanes<Optional<HoldAnswer>> lanes;

  Holding(
      Holds holds,
      PlannedPools pools,
      HoldLocks locks,
      HoldSettings settings,
      TransactionalOperator transaction) {
    this.holds = holds;
    this.pools = pools;
    this.locks = locks;
    this.settings = settings;
    this.transaction = transaction;
    this.lanes = new HoldLanes<>(settings, this::decideInTurn);
  }

  /** Seats the request in its pool, or says why not. */
  public Mono<HoldAnswer> hold(UUID id, HoldRequest request) {
    if (HoldRules.isImpossible(request)) {
      return Mono.just(new HoldAnswer.Refused(id, List.of(Refusal.PERIOD_IMPOSSIBLE)));
    }
    return lanes.ask(new Plan.Ask(id, request)).map(Holding::theOneAnswer);
  }

  /** Seats each request in its pool, or says why not, at most {@link Inventory#MOST_ASKS}. */
  public Mono<List<HoldAnswer>> hold(List<HoldAsk> asks) {
    if (asks.size() > Inventory.MOST_ASKS) {
      return Mono.error(() ->
          new ProblemException(
              HttpStatus.CONTENT_TOO_LARGE,
              "too-large",
              List.of(new Reason("TOO_MANY_ASKS", null, Map.of("most", Inventory.MOST_ASKS)))));
    }
    return Flux.fromIterable(asks)
        .flatMapSequential(this::holdOrLeave, Inventory.MOST_ASKS)
        .collectList();
  }

  private Mono<HoldAnswer> holdOrLeave(HoldAsk ask) {
    return hold(ask.hold(), ask.request())
        .onErrorResume(
            ProblemException.class,
            problem ->
                Mono.just(
                    new HoldAnswer.Unanswered(
                        ask.hold(),
                        problem.status() == HttpStatus.UNPROCESSABLE_CONTENT
                            ? HoldAnswer.Why.ID_REUSED
                            : HoldAnswer.Why.BUSY)));
  }

  /** The answer once given, empty when there is none. */
  public Mono<HoldAnswer> answer(UUID id) {
    return holds.withIds(List.of(id)).mapNotNull(found -> found.get(id)).map(Hold::answer);
  }

  /** Makes a timed hold firm. */
  public Mono<HoldAnswer> confirm(UUID id) {
    return holds
        .confirm(id)
        .map(Hold::answer)
        .switchIfEmpty(Mono.defer(() -> answer(id).map(Holding::onlyIfFirm)));
  }

  /** Gives the unit back; a hold that has ended stays as it ended. */
  public Mono<HoldAnswer> release(UUID id) {
    return holds.release(id).map(Hold::answer).switchIfEmpty(Mono.defer(() -> answer(id)));
  }

  /** Lets the hold end earlier; ending it again on the same day changes nothing. */
  public Mono<HoldAnswer> end(UUID id, LocalDate to) {
    return holds
        .end(id, to)
        .map(Hold::answer)
        .switchIfEmpty(Mono.defer(() -> answer(id).map(answer -> onlyIfEnded(answer, to))));
  }

  private Mono<List<Optional<HoldAnswer>>> decideInTurn(int lane, List<Plan.Ask> asks) {
    return locks.inTurn(lane, decide(lane, asks));
  }

  private Mono<List<Optional<HoldAnswer>>> decide(int lane, List<Plan.Ask> asks) {
    return transaction
        .transactional(Mono.defer(() -> pools.takeLane(lane).then(readPlanWrite(asks))))
        .retryWhen(
            Retry.backoff(settings.tries(), Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .jitter(1)
                .filter(Holding::isCollision)
                .onRetryExhaustedThrow((_, _) -> ProblemException.busy(Duration.ofSeconds(1))));
  }

  /**
   * Pools are read before ids: whoever has a place in the pools has an answer when the ids are
   * read, also when planners disagree on the lane and one was in between.
   */
  private Mono<List<Optional<HoldAnswer>>> readPlanWrite(List<Plan.Ask> asks) {
    return plan(asks)
        .zipWhen(_ -> holds.withIds(asks.stream().map(Plan.Ask::hold).collect(Collectors.toSet())))
        .flatMap(known -> {
          var answered = known.getT2();
          var open = asks.stream().filter(ask -> !answered.containsKey(ask.hold())).toList();
          var decision = known.getT1().decide(open);
          return write(decision).thenReturn(answers(asks, answered, byId(decision.made())));
        });
  }

  private Mono<Plan> plan(List<Plan.Ask> asks) {
    Collection<String> codes =
        asks.stream().map(ask -> ask.request().pool()).collect(Collectors.toSet());
    return pools
        .clearLapsed(codes)
        .then(pools.today())
        .flatMap(today -> pools.named(codes, today).map(known -> new Plan(known, today)));
  }

  private Mono<Void> write(Plan.Decision decision) {
    var moves = decision.moved().isEmpty() ? Mono.<Void>empty() : holds.move(decision.moved());
    return decision.made().isEmpty() ? moves : moves.then(holds.write(decision.made()));
  }

  private static Map<UUID, Hold> byId(List<Hold> made) {
    return made.stream().collect(Collectors.toMap(Hold::hold, row -> row));
  }

  /** One answer a request; empty where its id was used for another request. */
  private static List<Optional<HoldAnswer>> answers(
      List<Plan.Ask> asks, Map<UUID, Hold> answered, Map<UUID, Hold> made) {
    return asks.stream()
        .map(ask -> {
          var hold = answered.getOrDefault(ask.hold(), made.get(ask.hold()));
          return hold == null
              ? Optional.<HoldAnswer>of(
                  new HoldAnswer.Refused(ask.hold(), List.of(Refusal.UNKNOWN_POOL)))
              : Optional.of(hold).filter(row -> row.answers(ask.request())).map(Hold::answer);
        })
        .toList();
  }

  private static HoldAnswer theOneAnswer(Optional<HoldAnswer> answer) {
    return answer.orElseThrow(() ->
        new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            List.of(Reason.of("KEY_REUSED"))));
  }

  private static HoldAnswer onlyIfFirm(HoldAnswer answer) {
    return answer instanceof HoldAnswer.Held held && held.state() == HoldAnswer.State.FIRM
        ? answer
        : ended(answer);
  }

  private static HoldAnswer onlyIfEnded(HoldAnswer answer, LocalDate to) {
    return switch (answer) {
      case HoldAnswer.Held held when to.equals(held.to()) -> held;
      case HoldAnswer.Held held when held.state() == HoldAnswer.State.FIRM ->
          new HoldAnswer.Refused(held.hold(), List.of(Refusal.PERIOD_IMPOSSIBLE));
      default -> ended(answer);
    };
  }

  private static HoldAnswer ended(HoldAnswer answer) {
    return answer instanceof HoldAnswer.Refused
        ? answer
        : new HoldAnswer.Refused(answer.hold(), List.of(Refusal.HOLD_ENDED));
  }

  private static boolean isCollision(Throwable error) {
    return error instanceof DataAccessException
        && error.getCause() instanceof R2dbcException database
        && COLLISIONS.contains(String.valueOf(database.getSqlState()));
  }
}
