package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.inventory.seating.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
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
  record Pool(String site, Timeline timeline) {}

  private final Map<String, Pool> pools;
  private final LocalDate today;
  private final Map<UUID, Hold> made = new LinkedHashMap<>();

  Plan(Map<String, Pool> pools, LocalDate today) {
    this.pools = pools;
    this.today = today;
  }

  /** The rows to write; a request for an unknown pool has none, and an id asked twice has one. */
  List<Hold> decide(List<Ask> asks) {
    for (var ask : asks) {
      var pool = pools.get(ask.request().pool());
      if (pool != null) {
        made.computeIfAbsent(ask.hold(), _ -> decide(ask, pool));
      }
    }
    return new ArrayList<>(made.values());
  }

  private Hold decide(Ask ask, Pool pool) {
    var refusals = HoldRules.refusals(ask.request(), today);
    if (!refusals.isEmpty()) {
      return Hold.refused(pool.site(), ask.hold(), ask.request(), refusals);
    }
    var period = new Period(ask.request().from(), ask.request().to());
    return pool.timeline()
        .tightest(period)
        .map(unit -> {
          pool.timeline().take(unit, period);
          return Hold.taken(pool.site(), ask.hold(), ask.request(), unit);
        })
        .orElseGet(() ->
            Hold.refused(pool.site(), ask.hold(), ask.request(), List.of(Refusal.NO_PLACE_LEFT)));
  }
}
