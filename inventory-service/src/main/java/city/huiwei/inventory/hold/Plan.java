package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.inventory.seating.Move;
import city.huiwei.inventory.seating.Request;
import city.huiwei.inventory.seating.SeatingAnswer;
import city.huiwei.inventory.seating.SeatingPlan;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides a batch of requests, first come, first seated, from what is known of their pools. Pure:
 * the same requests, pools and day give the same plan.
 */
final class Plan {

  /** A request under its caller-made id. */
  record Ask(UUID hold, HoldRequest request) {}

  /** A pool as the plan sees it. */
  record Pool(String site, SeatingPlan seating) {}

  /**
   * What is to be written.
   *
   * @param made the rows of the batch
   * @param moved the new units of stays that were there before and make room
   */
  record Decision(List<Hold> made, Map<UUID, String> moved) {}

  private final Map<String, Pool> pools;
  private final LocalDate today;
  private final Map<UUID, Hold> made = new LinkedHashMap<>();
  private final Map<UUID, String> moved = new LinkedHashMap<>();

  Plan(Map<String, Pool> pools, LocalDate today) {
    this.pools = pools;
    this.today = today;
  }

  /** A request for an unknown pool has no row, and an id asked twice has one. */
  Decision decide(List<Ask> asks) {
    for (var ask : asks) {
      var pool = pools.get(ask.request().pool());
      if (pool != null && !made.containsKey(ask.hold())) {
        made.put(ask.hold(), decide(ask, pool));
      }
    }
    return new Decision(List.copyOf(made.values()), moved);
  }

  private Hold decide(Ask ask, Pool pool) {
    var refusals = HoldRules.refusals(ask.request(), today);
    if (!refusals.isEmpty()) {
      return Hold.refused(pool.site(), ask.hold(), ask.request(), refusals);
    }
    var period = new Period(ask.request().from(), ask.request().to());
    return switch (pool.seating().seat(new Request(ask.hold(), period), today)) {
      case SeatingAnswer.Seated seated -> {
        seated.moves().forEach(this::move);
        var unit = pool.seating().unit(ask.hold()).orElseThrow();
        yield Hold.taken(pool.site(), ask.hold(), ask.request(), unit);
      }
      case SeatingAnswer.Refused _ ->
          Hold.refused(pool.site(), ask.hold(), ask.request(), List.of(Refusal.NO_PLACE_LEFT));
    };
  }

  /** Who was seated in this batch has no row yet and simply gets another unit. */
  private void move(Move move) {
    if (made.computeIfPresent(move.stay(), (_, hold) -> hold.in(move.to())) == null) {
      moved.put(move.stay(), move.to());
    }
  }
}
