package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.inventory.seating.Arrangement;
import city.huiwei.inventory.seating.ArrangementAnswer;
import city.huiwei.inventory.seating.Move;
import city.huiwei.inventory.seating.Request;
import city.huiwei.inventory.seating.SeatingAnswer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides a batch of requests, first come, first seated, from what is known of their pools. Pure:
 * the same requests, pools and day give the same plan. The pools change with it until the plan is
 * kept or taken back; meanwhile another plan may stand on it.
 */
final class Plan {

  /** The new unit of a stay that was there before and makes room. */
  record Moved(UUID hold, String unit, int number) {}

  private final Map<String, Timeline> pools;
  private final LocalDate today;
  private final Map<UUID, Hold> made = new LinkedHashMap<>();
  private final Map<UUID, Moved> moved = new LinkedHashMap<>();
  private final Map<Timeline, Long> before = new IdentityHashMap<>();
  private final Map<Timeline, Long> after = new IdentityHashMap<>();

  Plan(Map<String, Timeline> pools, LocalDate today) {
    this.pools = pools;
    this.today = today;
  }

  /** A request for an unknown pool has no row, and an id asked twice has one. */
  void decide(List<HoldAsk> asks) {
    mark(before);
    for (var ask : asks) {
      var pool = pools.get(ask.pool());
      if (pool != null && !made.containsKey(ask.hold())) {
        made.put(ask.hold(), decide(ask, pool));
      }
    }
    mark(after);
  }

  private void mark(Map<Timeline, Long> marks) {
    pools.values().forEach(pool -> marks.put(pool, pool.seating().mark()));
  }

  /** The pools that it knows. */
  Map<String, Timeline> pools() {
    return pools;
  }

  /** Whether there is nothing to write. */
  boolean isNothing() {
    return made.isEmpty() && moved.isEmpty();
  }

  /** The rows of the batch. */
  Collection<Hold> made() {
    return made.values();
  }

  Collection<Moved> moved() {
    return moved.values();
  }

  /** The row of a request, with the answer to it. */
  Map<UUID, Hold> byId() {
    return made;
  }

  /** The number of the unit of a row. */
  int number(Hold hold) {
    return timeline(hold.pool()).number(String.valueOf(hold.unit()));
  }

  /** What was decided is written. */
  void keep() {
    if (after.isEmpty()) {
      return;
    }
    var seated = new HashMap<String, Integer>();
    made.values().stream()
        .filter(hold -> hold.unit() != null)
        .forEach(hold -> seated.merge(hold.pool(), 1, Integer::sum));
    pools.forEach(
        (code, pool) -> pool.keep(requireNonNull(after.get(pool)), seated.getOrDefault(code, 0)));
  }

  /** What was decided is not written, nor is any plan that stands on it. */
  void takeBack() {
    before.forEach((pool, mark) -> pool.seating().takeBack(mark));
  }

  /** Decides what staff arrange by hand; all reasons against it, none where it is decided. */
  List<ArrangementAnswer.Reason> arrange(LaneQuestion.Arrange asked) {
    var pool = timeline(asked.pool());
    if (isThereAlready(asked, pool)) {
      return List.of();
    }
    mark(before);
    var answer = pool.seating().arrange(asked.wanted(), today);
    if (answer instanceof ArrangementAnswer.Arranged(List<Move> moves)) {
      if (asked.wanted() instanceof Arrangement.Block block) {
        var reason = requireNonNull(asked.blockReason());
        made.put(block.id(), Hold.blocked(pool.site(), asked.pool(), block, reason));
      }
      moves.forEach(move -> move(move, pool));
    }
    mark(after);
    return answer instanceof ArrangementAnswer.Refused refused ? refused.reasons() : List.of();
  }

  private static boolean isThereAlready(LaneQuestion.Arrange asked, Timeline pool) {
    return asked.wanted() instanceof Arrangement.Block block
        && pool.seating().unit(block.id()).isPresent();
  }

  private Timeline timeline(String pool) {
    return requireNonNull(pools.get(pool));
  }

  private Hold decide(HoldAsk ask, Timeline pool) {
    var refusals = HoldRules.refusals(ask.request(), today);
    if (!refusals.isEmpty()) {
      return Hold.refused(pool.site(), ask, refusals);
    }
    var period = new Period(ask.from(), ask.to());
    return switch (pool.seating().seat(new Request(ask.hold(), period), today)) {
      case SeatingAnswer.Seated seated -> {
        seated.moves().forEach(move -> move(move, pool));
        yield Hold.taken(pool.site(), ask, pool.seating().unit(ask.hold()).orElseThrow());
      }
      case SeatingAnswer.Refused _ ->
          Hold.refused(pool.site(), ask, List.of(Refusal.NO_PLACE_LEFT));
    };
  }

  /** Who was seated in this batch has no row yet and simply gets another unit. */
  private void move(Move move, Timeline pool) {
    if (made.computeIfPresent(move.stay(), (_, hold) -> hold.in(move.to())) == null) {
      moved.put(move.stay(), new Moved(move.stay(), move.to(), pool.number(move.to())));
    }
  }
}
