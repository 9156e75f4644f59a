package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.stock.Following;
import city.huiwei.inventory.stock.NightsChange;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Answers a lane's batches: plans from what it remembers of the pools and writes the plan in one
 * statement, which writes nothing when anything has changed. Then it looks what happened, and plans
 * anew.
 */
@Component
class Planning {

  /** Another planner was faster: overlapping holds, an id answered meanwhile, a deadlock. */
  private static final Set<String> COLLISIONS = Set.of("23P01", "23505", "40P01", "40001");

  /** Who fails so often may remember something that is not so. */
  private static final int DOUBTFUL = 4;

  private final Holds holds;
  private final PlannedPools pools;
  private final HoldLocks locks;
  private final Following following;
  private final HoldSettings settings;
  private final List<LaneMemory> memories;

  Planning(
      Holds holds,
      PlannedPools pools,
      HoldLocks locks,
      Following following,
      HoldSettings settings) {
    this.following = following;
    this.holds = holds;
    this.pools = pools;
    this.locks = locks;
    this.settings = settings;
    Cache<String, Timeline> timelines =
        Caffeine.newBuilder()
            .maximumWeight(settings.remembered())
            .<String, Timeline>weigher(
                (_, timeline) -> (int) Math.min(timeline.size(), settings.remembered() / 2))
            .executor(Runnable::run)
            .build();
    this.memories =
        IntStream.range(0, settings.lanes()).mapToObj(_ -> new LaneMemory(timelines)).toList();
  }

  /** One answer a question: the hold as it is now, empty when nothing came of the question. */
  Mono<List<Optional<Hold>>> answer(int lane, List<LaneQuestion> questions) {
    var takes = new ArrayList<HoldAsk>();
    var changes = new ArrayList<HoldChange>();
    for (var question : questions) {
      switch (question) {
        case LaneQuestion.Take take -> takes.add(take.ask());
        case LaneQuestion.Change change -> changes.add(change.change());
      }
    }
    var memory = memories.get(lane);
    var work =
        change(lane, memory, changes)
            .zipWhen(_ -> take(lane, memory, takes))
            .map(both -> inOrder(questions, both.getT1(), both.getT2()));
    // Whoever is alone need not ask for a turn; the version tells as soon as somebody else plans.
    return memory.isShared() ? locks.inTurn(lane, work) : work;
  }

  private static List<Optional<Hold>> inOrder(
      List<LaneQuestion> questions, List<Optional<Hold>> changed, Map<UUID, Hold> taken) {
    var changes = changed.iterator();
    return questions.stream()
        .map(question ->
            switch (question) {
              case LaneQuestion.Take take -> Optional.ofNullable(taken.get(take.ask().hold()));
              case LaneQuestion.Change _ -> changes.next();
            })
        .toList();
  }

  /** Two changes of one hold come one after the other, in statements of their own. */
  private Mono<List<Optional<Hold>>> change(int lane, LaneMemory memory, List<HoldChange> changes) {
    if (changes.isEmpty()) {
      return Mono.just(List.of());
    }
    var seen = new HashSet<UUID>();
    int upTo = 0;
    while (upTo < changes.size() && seen.add(changes.get(upTo).hold())) {
      upTo++;
    }
    var first = List.copyOf(changes.subList(0, upTo));
    var rest = List.copyOf(changes.subList(upTo, changes.size()));
    return changeEachOnce(lane, memory, first)
        .zipWith(
            Mono.defer(() -> change(lane, memory, rest)),
            (done, others) -> {
              var all = new ArrayList<>(done);
              all.addAll(others);
              return all;
            });
  }

  private Mono<List<Optional<Hold>>> changeEachOnce(
      int lane, LaneMemory memory, List<HoldChange> changes) {
    return Mono.defer(() -> known(lane, memory))
        .then(Mono.defer(() -> holds.change(lane, changes)))
        .retryWhen(
            Retry.backoff(settings.tries(), Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .jitter(1)
                .filter(Planning::isCollision)
                .onRetryExhaustedThrow((_, _) -> ProblemException.busy(Duration.ofSeconds(1))))
        .doOnNext(changed -> {
          memory.note(changed.made());
          memory.wrote(changed.version());
          following.changed(lane, changed.version(), nights(changed.made()));
        })
        .map(changed ->
            changes.stream()
                .map(change -> Optional.ofNullable(changed.rows().get(change.hold())))
                .toList());
  }

  /** The lane's row is there, and its moment is known. */
  private Mono<LaneMoment> known(int lane, LaneMemory memory) {
    var moment = memory.moment();
    return moment != null && !memory.isShared() ? Mono.just(moment) : look(lane, memory);
  }

  private Mono<Map<UUID, Hold>> take(int lane, LaneMemory memory, List<HoldAsk> asks) {
    if (asks.isEmpty()) {
      return Mono.just(Map.of());
    }
    return known(lane, memory).then(Mono.defer(() -> attempt(lane, memory, asks, Map.of(), 1)));
  }

  /**
   * Plans what has no answer yet and writes it.
   *
   * @param answered rows found under ids of this batch
   */
  private Mono<Map<UUID, Hold>> attempt(
      int lane, LaneMemory memory, List<HoldAsk> asks, Map<UUID, Hold> answered, int tried) {
    var open = asks.stream().filter(ask -> !answered.containsKey(ask.hold())).toList();
    if (open.isEmpty()) {
      return Mono.just(answered);
    }
    var moment = moment(memory);
    return timelines(memory, moment, codes(open))
        .flatMap(timelines -> {
          if (isSeated(open, timelines)) {
            return again(lane, memory, asks, tried);
          }
          var plan = new Plan(timelines, moment.today());
          plan.decide(open);
          if (plan.made().isEmpty()) {
            return Mono.just(answered);
          }
          return holds
              .write(lane, moment, plan)
              .map(version -> {
                plan.keep();
                memory.wrote(version);
                memory.remember(timelines);
                following.changed(lane, version, nights(plan));
                return together(answered, plan.byId());
              })
              .switchIfEmpty(
                  Mono.defer(() -> {
                    plan.takeBack();
                    return again(lane, memory, asks, tried);
                  }));
        })
        // Whatever went wrong: what is remembered may not be what is written.
        .doOnError(_ -> memory.forget(codes(open)))
        .onErrorResume(Planning::isCollision, _ -> again(lane, memory, asks, tried));
  }

  /** Something has changed: looks what it is, and plans anew. */
  private Mono<Map<UUID, Hold>> again(int lane, LaneMemory memory, List<HoldAsk> asks, int tried) {
    if (tried > settings.tries()) {
      return Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
    }
    if (tried >= DOUBTFUL) {
      memory.forget(codes(asks));
    }
    var ids = asks.stream().map(HoldAsk::hold).collect(Collectors.toSet());
    var lapse =
        pools
            .lapsed(codes(asks))
            .collectList()
            .flatMap(lapsed -> change(lane, memory, lapsed))
            .then();
    // Pools before ids: who has a place in the pools has an answer when the ids are read, also
    // when planners disagree on the lane and one was in between.
    return pause(tried)
        .then(lapse)
        .then(Mono.defer(() -> look(lane, memory)))
        .then(Mono.defer(() -> timelines(memory, moment(memory), codes(asks))))
        .then(Mono.defer(() -> holds.withIds(ids)))
        .flatMap(answered -> attempt(lane, memory, asks, answered, tried + 1));
  }

  /** Whoever collides again and again waits a little, and not as long as the others. */
  private static Mono<Void> pause(int tried) {
    return tried < 3
        ? Mono.empty()
        : Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, 1L << tried)))
            .then();
  }

  /** Notes all that happened since the moment that is known. */
  private Mono<LaneMoment> look(int lane, LaneMemory memory) {
    var before = memory.moment();
    return pools
        .moment(lane)
        .flatMap(now -> {
          if (before == null || !now.continues(before)) {
            memory.isAt(now, false);
            return Mono.just(now);
          }
          if (now.version() == before.version()) {
            memory.isAt(now, false);
            return Mono.just(now);
          }
          return pools
              .since(lane, before.version(), now.version())
              .map(changes -> {
                memory.note(changes);
                memory.isAt(now, true);
                return now;
              });
        });
  }

  private static LaneMoment moment(LaneMemory memory) {
    return requireNonNull(memory.moment());
  }

  /** The pools of these codes that there are, remembered or read. */
  private Mono<Map<String, Timeline>> timelines(
      LaneMemory memory, LaneMoment moment, Set<String> codes) {
    var known = memory.known(codes);
    if (known.size() == codes.size()) {
      return Mono.just(known);
    }
    var missing = codes.stream().filter(code -> !known.containsKey(code)).toList();
    return pools
        .named(missing, moment)
        .map(read -> {
          memory.remember(read);
          var all = new HashMap<>(known);
          all.putAll(read);
          return all;
        });
  }

  private static List<NightsChange> nights(List<HoldChange.Made> changes) {
    return changes.stream()
        .map(change -> new NightsChange(change.pool(), change.was(), change.period()))
        .toList();
  }

  /** Who makes room stays the same nights. */
  private static List<NightsChange> nights(Plan plan) {
    return plan.made().stream()
        .filter(hold -> hold.unit() != null)
        .map(hold ->
            new NightsChange(
                hold.pool(), null, new Period(hold.period().from(), hold.period().to())))
        .toList();
  }

  private static boolean isSeated(List<HoldAsk> asks, Map<String, Timeline> timelines) {
    return asks.stream()
        .anyMatch(ask -> {
          var timeline = timelines.get(ask.pool());
          return timeline != null && timeline.seating().unit(ask.hold()).isPresent();
        });
  }

  private static Set<String> codes(Collection<HoldAsk> asks) {
    return asks.stream().map(HoldAsk::pool).collect(Collectors.toSet());
  }

  private static Map<UUID, Hold> together(Map<UUID, Hold> answered, Map<UUID, Hold> made) {
    if (answered.isEmpty()) {
      return made;
    }
    var all = new LinkedHashMap<>(answered);
    all.putAll(made);
    return all;
  }

  static boolean isCollision(Throwable error) {
    return error instanceof DataAccessException
        && error.getCause() instanceof R2dbcException database
        && COLLISIONS.contains(String.valueOf(database.getSqlState()));
  }
}
