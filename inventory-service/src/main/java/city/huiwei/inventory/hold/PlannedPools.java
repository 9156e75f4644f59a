package city.huiwei.inventory.hold;

import static city.huiwei.inventory.hold.Holds.date;
import static city.huiwei.inventory.hold.Holds.text;
import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.seating.SeatingPlan;
import city.huiwei.inventory.seating.Stay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What a lane's planner reads before it plans: its turn, the day, its pools and what is taken. */
@Repository
class PlannedPools {

  private final DatabaseClient database;

  PlannedPools(DatabaseClient database) {
    this.database = database;
  }

  /** The city's day by the database's clock. */
  Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  /**
   * Raises the lane's version and keeps others from planning it until the transaction ends: a plan
   * is made from what it read, so nobody else may write the same pools in between.
   */
  Mono<Void> takeLane(int lane) {
    return database
        .sql(
            """
            insert into lane (lane, version) values (:lane, 1)
            on conflict (lane) do update set version = lane.version + 1
            """)
        .bind("lane", lane)
        .then();
  }

  /** Ends the timed holds of these pools whose time is over, so that their units are free. */
  Mono<Long> clearLapsed(Collection<String> pools) {
    return database
        .sql(
            """
            update hold set state = 'LAPSED', ended_at = until
            where pool = any(:pools) and state = 'TIMED' and until <= now()
            """)
        .bind("pools", pools.toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  /** The pools of these codes with their units and what is taken from that day on. */
  Mono<Map<String, Plan.Pool>> named(Collection<String> codes, LocalDate from) {
    return units(codes)
        .zipWith(taken(codes, from))
        .map(both -> {
          var pools = new HashMap<String, Plan.Pool>();
          both.getT1()
              .forEach((pool, units) ->
                  pools.put(
                      pool,
                      new Plan.Pool(
                          units.getFirst().site(),
                          new SeatingPlan(units.stream().map(Unit::unit).toList()))));
          both.getT2().forEach(taken -> taken.noteIn(pools));
          return pools;
        });
  }

  private Mono<Map<String, List<Unit>>> units(Collection<String> pools) {
    return database
        .sql("select pool, site, unit from unit where pool = any(:pools)")
        .bind("pools", pools.toArray(String[]::new))
        .map(row -> new Unit(text(row, "pool"), text(row, "site"), text(row, "unit")))
        .all()
        .collect(Collectors.groupingBy(Unit::pool));
  }

  private Mono<List<Taken>> taken(Collection<String> pools, LocalDate from) {
    return database
        .sql(
            """
            select pool, hold, unit, block_reason is not null pinned,
              lower(period) period_from, upper(period) period_to
            from hold
            where pool = any(:pools) and state in ('TIMED', 'FIRM')
              and period && daterange(:from, null)
            """)
        .bind("pools", pools.toArray(String[]::new))
        .bind("from", from)
        .map(row ->
            new Taken(
                text(row, "pool"),
                new Stay(
                    requireNonNull(row.get("hold", UUID.class)),
                    new Period(date(row, "period_from"), row.get("period_to", LocalDate.class)),
                    text(row, "unit"),
                    requireNonNull(row.get("pinned", Boolean.class)))))
        .all()
        .collectList();
  }

  private record Unit(String pool, String site, String unit) {}

  private record Taken(String pool, Stay stay) {

    void noteIn(Map<String, Plan.Pool> pools) {
      var known = pools.get(pool);
      if (known != null) {
        known.seating().take(stay);
      }
    }
  }
}
