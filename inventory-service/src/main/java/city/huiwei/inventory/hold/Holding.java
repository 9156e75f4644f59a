package city.huiwei.inventory.hold;

import city.huiwei.edge.Batches;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes units, keeps them, gives them back. Every id has one answer. */
@Service
public class Holding {

  private final Holds holds;
  private final PlannedPools pools;
  private final HoldLanes lanes;

  Holding(Holds holds, PlannedPools pools, HoldLanes lanes) {
    this.holds = holds;
    this.pools = pools;
    this.lanes = lanes;
  }

  /** Seats the request in its pool, or says why not. */
  public Mono<HoldAnswer> hold(UUID id, HoldRequest request) {
    var ask = new HoldAsk(id, request.pool(), request.from(), request.to(), request.until());
    return take(ask).flatMap(Holding::orProblem);
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
    return Mono.defer(() -> {
      var answers = new ArrayList<CompletableFuture<HoldAnswer>>();
      Batches.together(() -> asks.forEach(ask -> answers.add(takeOrLeave(ask).toFuture())));
      return Flux.fromIterable(answers).concatMap(Mono::fromFuture).collectList();
    });
  }

  /** The answer once given, empty when there is none. */
  public Mono<HoldAnswer> answer(UUID id) {
    return holds.withIds(List.of(id)).mapNotNull(found -> found.get(id)).map(Hold::answer);
  }

  /** Makes a timed hold firm. */
  public Mono<HoldAnswer> confirm(UUID id) {
    return change(id, HoldChange.Kind.CONFIRM, null)
        .switchIfEmpty(Mono.defer(() -> answer(id).map(Holding::onlyIfFirm)));
  }

  /** Gives the unit back; a hold that has ended stays as it ended. */
  public Mono<HoldAnswer> release(UUID id) {
    return change(id, HoldChange.Kind.RELEASE, null).switchIfEmpty(Mono.defer(() -> answer(id)));
  }

  /** Lets the hold end earlier; ending it again on the same day changes nothing. */
  public Mono<HoldAnswer> end(UUID id, LocalDate to) {
    return change(id, HoldChange.Kind.END, to)
        .switchIfEmpty(Mono.defer(() -> answer(id).map(answer -> onlyIfEnded(answer, to))));
  }

  /** The stay keeps the unit that it has now, as somebody has been given its key. */
  public Mono<HoldAnswer> pin(UUID id) {
    return change(id, HoldChange.Kind.PIN, null).switchIfEmpty(Mono.defer(() -> answer(id)));
  }

  /** Clears holds that have lapsed in pools nobody asks for. */
  Mono<Long> clearLapsed() {
    return pools
        .lapsed()
        .flatMap(lapsed -> lanes.ask(new LaneQuestion.Change(lapsed)))
        .filter(answer -> answer.hold() != null)
        .count();
  }

  private Mono<HoldAnswer> take(HoldAsk ask) {
    return HoldRules.isImpossible(ask.request())
        ? Mono.just(new HoldAnswer.Refused(ask.hold(), List.of(Refusal.PERIOD_IMPOSSIBLE)))
        : lanes.ask(new LaneQuestion.Take(ask)).map(answer -> answer(ask, answer.found()));
  }

  private static HoldAnswer answer(HoldAsk ask, Optional<Hold> found) {
    return found
        .map(hold ->
            hold.answers(ask.request())
                ? hold.answer()
                : new HoldAnswer.Unanswered(ask.hold(), HoldAnswer.Why.ID_REUSED))
        .orElseGet(() -> new HoldAnswer.Refused(ask.hold(), List.of(Refusal.UNKNOWN_POOL)));
  }

  private Mono<HoldAnswer> takeOrLeave(HoldAsk ask) {
    return take(ask)
        .onErrorReturn(
            ProblemException.class, new HoldAnswer.Unanswered(ask.hold(), HoldAnswer.Why.BUSY));
  }

  /** Whoever asks alone is told in the protocol's own words. */
  private static Mono<HoldAnswer> orProblem(HoldAnswer answer) {
    return answer instanceof HoldAnswer.Unanswered
        ? Mono.error(
            new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                List.of(Reason.of("KEY_REUSED"))))
        : Mono.just(answer);
  }

  /** Empty when it can no longer be changed so. */
  private Mono<HoldAnswer> change(UUID id, HoldChange.Kind kind, @Nullable LocalDate to) {
    return holds
        .withIds(List.of(id))
        .mapNotNull(found -> found.get(id))
        .flatMap(
            hold -> lanes.ask(new LaneQuestion.Change(new HoldChange(id, hold.pool(), kind, to))))
        .mapNotNull(LaneAnswer::hold)
        .map(Hold::answer);
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
}
