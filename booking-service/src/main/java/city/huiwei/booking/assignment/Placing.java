package city.huiwei.booking.assignment;

import city.huiwei.booking.assignment.Placement.Decision;
import city.huiwei.booking.batch.Batch;
import city.huiwei.booking.batch.Batches;
import city.huiwei.booking.batch.Entries;
import city.huiwei.booking.batch.Entry;
import city.huiwei.booking.batch.Part;
import city.huiwei.booking.draw.Results;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Goes through a batch's list and proposes its rooms, all in one transaction: a batch is placed
 * whole or not at all, and by one only.
 */
@Service
class Placing implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Placing.class);
  private static final int PAGE = 5_000;

  /** Rows of a statement. */
  private static final int TOGETHER = 1_000;

  private final Runs runs;
  private final Assignments assignments;
  private final Grounds grounds;
  private final Batches batches;
  private final Entries entries;
  private final Results results;
  private final AssignmentRules rules;
  private final TransactionalOperator transaction;
  private final Scheduler lists = Schedulers.newBoundedElastic(1, 16, "rank-to-room");

  Placing(
      Runs runs,
      Assignments assignments,
      Grounds grounds,
      Batches batches,
      Entries entries,
      Results results,
      AssignmentRules rules,
      TransactionalOperator transaction) {
    this.runs = runs;
    this.assignments = assignments;
    this.grounds = grounds;
    this.batches = batches;
    this.entries = entries;
    this.results = results;
    this.rules = rules;
    this.transaction = transaction;
  }

  /** Places a batch for the first time; empty when somebody else does. */
  Mono<Integer> first(UUID batch) {
    return runs.begin(batch).flatMap(this::round).as(transaction::transactional);
  }

  /** Gives what came back to the next in rank; empty when somebody else does. */
  Mono<Integer> again(UUID batch) {
    return runs.again(batch).flatMap(this::round).as(transaction::transactional);
  }

  private Mono<Integer> round(Runs.Run run) {
    return plan(run)
        .flatMap(plan ->
            Mono.fromSupplier(() -> placed(plan))
                .subscribeOn(lists)
                .flatMap(queues -> write(run, plan, queues)));
  }

  private Mono<RoundPlan> plan(Runs.Run run) {
    return batches
        .one(run.batch())
        .flatMap(batch ->
            Mono.zip(
                    entries.in(batch.id()).collectList(),
                    numbers(batch.draw()),
                    assignments.of(batch.id()).collectList(),
                    runs.today().map(today -> today.plusDays(rules.daysAhead())))
                .map(all ->
                    new RoundPlan(batch, all.getT1(), all.getT2(), all.getT3(), all.getT4())));
  }

  private Mono<Map<String, RoundPlan.Turn>> numbers(@Nullable String draw) {
    return draw == null
        ? Mono.just(Map.of())
        : page(draw, 0)
            .expand(page -> page.size() < PAGE ? Mono.empty() : page(draw, page.getLast().rank()))
            .flatMapIterable(Function.identity())
            .collectList()
            .map(SecondNumber::of);
  }

  private Mono<List<SecondNumber.First>> page(String draw, int after) {
    return results
        .inOrder(draw, after, PAGE)
        .map(it -> new SecondNumber.First(it.ticket().ticket(), it.number().hex(), it.rank()))
        .collectList();
  }

  private record Placed(RoundPlan.Queue queue, Placement placement) {}

  private static List<Placed> placed(RoundPlan plan) {
    return plan.queues().stream()
        .map(queue -> new Placed(queue, RankToRoom.place(queue.supply(), queue.contenders())))
        .toList();
  }

  private Mono<Integer> write(Runs.Run run, RoundPlan plan, List<Placed> queues) {
    return Flux.fromIterable(queues)
        .concatMap(placed -> write(run, plan, placed))
        .reduce(0, Integer::sum)
        .doOnNext(
            given -> log.info("{}: round {} gives {} rooms", run.batch(), run.round(), given));
  }

  private Mono<Integer> write(Runs.Run run, RoundPlan plan, Placed placed) {
    var byTicket =
        plan.entries().stream().collect(Collectors.toMap(Entry::ticket, Function.identity()));
    var made = new ArrayList<Assignment>();
    var lines = new ArrayList<Grounds.Line>();
    for (var decision : placed.placement().decisions()) {
      var entry = Objects.requireNonNull(byTicket.get(decision.contender().ticket()));
      if (run.round() == 1 || decision.given() != null) {
        lines.add(new Grounds.Line(entry.id(), decision.contender().rank(), decision.outcomes()));
      }
      if (decision.given() != null) {
        made.add(assignment(run, plan.batch(), entry, decision));
      }
    }
    return inParts(made, some -> assignments.add(some, rules.confirmWithin()))
        .then(inParts(lines, some -> grounds.add(run.batch(), run.round(), some)))
        .then(
            grounds.add(
                run.batch(), run.round(), placed.queue().allotment(), placed.placement().cutOffs()))
        .thenReturn(made.size());
  }

  private static <T> Mono<Void> inParts(List<T> all, Function<List<T>, Mono<Long>> write) {
    return Flux.fromIterable(all).buffer(TOGETHER).concatMap(write).then();
  }

  private static Assignment assignment(Runs.Run run, Batch batch, Entry entry, Decision decision) {
    var given = Objects.requireNonNull(decision.given());
    var invitation = entry.invitation();
    return new Assignment(
        UuidCreator.getTimeOrderedEpoch(),
        batch.id(),
        run.round(),
        new Assignment.Winner(
            entry.id(),
            entry.account(),
            entry.ticket(),
            entry.category().code(),
            invitation == null ? null : invitation.allotment(),
            decision.contender().rank(),
            given.wish(),
            given.reserved()),
        new Assignment.Lot(
            batch.programme(),
            given.stay(),
            batch.part(given.stay().pool()).map(Part::site).orElseThrow(),
            batch.operator()),
        Assignment.State.PROPOSED,
        deadline(batch));
  }

  /** At the batch's own deadline, or later where that would leave too little time. */
  private static Instant deadline(Batch batch) {
    var schedule = batch.schedule();
    return schedule == null ? Instant.EPOCH : schedule.confirmUntil();
  }

  @Override
  public void destroy() {
    lists.dispose();
  }
}
