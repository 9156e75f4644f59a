package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.inventory.seating.Move;
import city.huiwei.inventory.seating.Request;
import city.huiwei.inventory.seating.SeatingAnswer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides a batch of requests, first come, first seated, from what is known of their pools. Pure:
 * the same requests, pools and day give the same plan. The pools change with it until the plan is
 * kept or taken back.
 */
final class Plan {

  /** The new unit of a stay that was there before and makes room. */
  record Moved(UUID hold, String unit, int number) {}

  private final Map<String, Timeline> pools;
  private final LocalDate today;
  private final Map<UUID, Hold> made = new LinkedHashMap<>();
  private final Map<UUID, Moved> moved = new LinkedHashMap<>();

  Plan(Map<String, Timeline> pools, LocalDate today) {
    this.pools = pools;
    this.today = today;
  }

  /** A request for an unknown pool has no row, and an id asked twice has one. */
  void decide(List<HoldAsk> asks) {
    for (var ask : asks) {
      var pool = pools.get(ask.pool());
      if (pool != null && !made.containsKey(ask.hold())) {
        made.put(ask.hold(), decide(ask, pool));
      }
    }
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
    var seated = new LinkedHashMap<String, Integer>();
    made.values().stream()
        .filter(hold -> hold.unit() != null)
        .forEach(hold -> seated.merge(hold.pool(), 1, Integer::sum));
    seated.forEach((pool, count) -> timeline(pool).keep(count));
  }

  /** What was decided is not written. */
  void takeBack() {
    pools.values().forEach(Timeline::takeBack);
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
