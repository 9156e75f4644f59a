package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.edge.Batches;
import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.stock.Following;
import city.huiwei.inventory.stock.NightsChange;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers a lane's batches: plans from what it remembers of the pools and writes the plan in one
 * statement, which writes nothing when anything has changed. Then it looks what happened, and plans
 * anew. While a plan is being written the next full batch is planned on top of it.
 */
@Component
class Planning {

  /** Who fails so often may remember something that is not so. */
  private static final int DOUBTFUL = 4;

  /**
   * A pool is read anew when nobody has asked for it for so long. What is remembered has a bound of
   * its own, and reading a thousand pools anew costs a rush its first seconds.
   */
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

  private final Holds holds;
  private final Refreshing refreshing;
  private final Changing changing;
  private final Arranging arranging;
  private final HoldLocks locks;
  private final Following following;
  private final HoldSettings settings;
  private final List<LaneMemory> memories;

  Planning(
      Holds holds,
      Refreshing refreshing,
      Changing changing,
      Arranging arranging,
      HoldLocks locks,
      Following following,
      HoldSettings settings) {
    this.holds = holds;
    this.refreshing = refreshing;
    this.changing = changing;
    this.arranging = arranging;
    this.locks = locks;
    this.following = following;
    this.settings = settings;
    Cache<String, Timeline> timelines =
        Caffeine.newBuilder()
            .maximumWeight(settings.remembered())
            .<String, Timeline>weigher(
                (_, timeline) -> (int) Math.min(timeline.size(), settings.remembered()))
            // What was asked for often is else kept long after nobody asks for it any more.
            .expireAfterAccess(FORGOTTEN_AFTER)
            .executor(Runnable::run)
            .build();
    this.memories =
        IntStream.range(0, settings.lanes()).mapToObj(_ -> new LaneMemory(timelines)).toList();
  }

  /** A batch of a lane that is being answered, and what is to be taken for it. */
  private record Turn(int lane, LaneMemory memory, List<LaneQuestion> batch, List<HoldAsk> asks) {

    LaneMoment moment() {
      return requireNonNull(memory.moment());
    }

    void forget() {
      memory.forget(codes(asks));
    }
  }

  /** The work of a lane. */
  Batches.Work<LaneQuestion, LaneAnswer> lane(int lane) {
    return new Batches.Work<>() {
      @Override
      public Mono<List<LaneAnswer>> answer(List<LaneQuestion> questions) {
        return Planning.this.answer(lane, questions);
      }

      @Override
      public void prepare(List<LaneQuestion> next) {
        planNext(memories.get(lane), next);
      }
    };
  }

  /** One answer a question. */
  private Mono<List<LaneAnswer>> answer(int lane, List<LaneQuestion> questions) {
    var memory = memories.get(lane);
    var turn = new Turn(lane, memory, questions, takes(questions));
    var planned = memory.planned(questions);
    var work =
        planned != null
            ? write(turn, planned, Map.of(), 1)
                .map(taken -> inOrder(questions, List.of(), List.of(), taken))
            : changing
                .change(lane, memory, changes(questions))
                // Before units are taken: then no plan of the next batch stands on the pools.
                .zipWhen(_ -> arranging.arrange(lane, memory, arrangements(questions)))
                .flatMap(both ->
                    take(turn).map(taken -> inOrder(questions, both.getT1(), both.getT2(), taken)));
    // Whoever is alone need not ask for a turn; the version tells as soon as somebody else plans.
    return memory.isShared() ? locks.inTurn(lane, work) : work;
  }

  private static List<HoldAsk> takes(List<LaneQuestion> questions) {
    return questions.stream()
        .filter(LaneQuestion.Take.class::isInstance)
        .map(question -> ((LaneQuestion.Take) question).ask())
        .toList();
  }

  private static List<HoldChange> changes(List<LaneQuestion> questions) {
    return questions.stream()
        .filter(LaneQuestion.Change.class::isInstance)
        .map(question -> ((LaneQuestion.Change) question).change())
        .toList();
  }

  private static List<LaneQuestion.Arrange> arrangements(List<LaneQuestion> questions) {
    return questions.stream()
        .filter(LaneQuestion.Arrange.class::isInstance)
        .map(LaneQuestion.Arrange.class::cast)
        .toList();
  }

  private static List<LaneAnswer> inOrder(
      List<LaneQuestion> questions,
      List<Optional<Hold>> changed,
      List<LaneAnswer> arranged,
      Map<UUID, Hold> taken) {
    var changes = changed.iterator();
    var arrangements = arranged.iterator();
    return questions.stream()
        .map(question ->
            switch (question) {
              case LaneQuestion.Take take -> LaneAnswer.of(taken.get(take.ask().hold()));
              case LaneQuestion.Change _ -> LaneAnswer.of(changes.next().orElse(null));
              case LaneQuestion.Arrange _ -> arrangements.next();
            })
        .toList();
  }

  private Mono<Map<UUID, Hold>> take(Turn turn) {
    return turn.asks().isEmpty()
        ? Mono.just(Map.of())
        : refreshing
            .known(turn.lane(), turn.memory())
            .then(Mono.defer(() -> attempt(turn, Map.of(), 1)));
  }

  /**
   * Plans what has no answer yet and writes it.
   *
   * @param answered rows found under ids of this batch
   */
  private Mono<Map<UUID, Hold>> attempt(Turn turn, Map<UUID, Hold> answered, int tried) {
    var open = turn.asks().stream().filter(ask -> !answered.containsKey(ask.hold())).toList();
    if (open.isEmpty()) {
      return Mono.just(answered);
    }
    return refreshing
        .timelines(turn.memory(), turn.moment(), codes(open))
        .flatMap(timelines -> {
          if (isSeated(open, timelines)) {
            return again(turn, tried);
          }
          var plan = new Plan(timelines, turn.moment().today());
          plan.decide(open);
          return write(turn, plan, answered, tried);
        })
        .doOnError(_ -> turn.forget());
  }

  private Mono<Map<UUID, Hold>> write(Turn turn, Plan plan, Map<UUID, Hold> answered, int tried) {
    if (plan.made().isEmpty()) {
      return Mono.just(answered);
    }
    var memory = turn.memory();
    memory.writes(turn.batch());
    return holds
        .write(turn.lane(), turn.moment(), plan)
        .map(version -> {
          memory.wrote(plan, version);
          following.changed(turn.lane(), version, nights(plan));
          return together(answered, plan.byId());
        })
        // Whatever went wrong: what is remembered may not be what is written.
        .doOnError(_ -> {
          memory.wroteNot(plan);
          turn.forget();
        })
        .onErrorResume(Holds::isCollision, _ -> again(turn, tried))
        .switchIfEmpty(
            Mono.defer(() -> {
              memory.wroteNot(plan);
              return again(turn, tried);
            }));
  }

  /** Plans a batch on top of the one that is being written, if nothing has to be read for it. */
  private static void planNext(LaneMemory memory, List<LaneQuestion> next) {
    var asks = takes(next);
    if (asks.size() == next.size()) {
      memory.planNext(
          next,
          codes(asks),
          (timelines, today) -> {
            if (isSeated(asks, timelines)) {
              return null;
            }
            var plan = new Plan(timelines, today);
            plan.decide(asks);
            return plan;
          });
    }
  }

  /** Something has changed: looks what it is, and plans anew. */
  private Mono<Map<UUID, Hold>> again(Turn turn, int tried) {
    if (tried > settings.tries()) {
      return Mono.error(ProblemException.busy(Duration.ofSeconds(1)));
    }
    if (tried >= DOUBTFUL) {
      turn.forget();
    }
    var ids = turn.asks().stream().map(HoldAsk::hold).collect(Collectors.toSet());
    var codes = codes(turn.asks());
    var memory = turn.memory();
    var lapse =
        refreshing
            .lapsed(codes)
            .collectList()
            .flatMap(lapsed -> changing.change(turn.lane(), memory, lapsed))
            .then();
    // Pools before ids: who has a place in the pools has an answer when the ids are read, also
    // when planners disagree on the lane and one was in between.
    return pause(tried)
        .then(lapse)
        .then(Mono.defer(() -> refreshing.look(turn.lane(), memory)))
        .then(Mono.defer(() -> refreshing.timelines(memory, turn.moment(), codes)))
        .then(Mono.defer(() -> holds.withIds(ids)))
        .flatMap(answered -> attempt(turn, answered, tried + 1));
  }

  /** Whoever collides again and again waits a little, and not as long as the others. */
  private static Mono<Void> pause(int tried) {
    return tried < 3
        ? Mono.empty()
        : Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, 1L << tried)))
            .then();
  }

  /** Who makes room stays the same nights. */
  static List<NightsChange> nights(Plan plan) {
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
}
