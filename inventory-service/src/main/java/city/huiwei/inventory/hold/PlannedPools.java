package city.huiwei.inventory.hold;

import static city.huiwei.inventory.hold.Holds.date;
import static city.huiwei.inventory.hold.Holds.text;
import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.seating.Stay;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a lane's planner reads: its moment, its pools, and what happened since. */
@Repository
class PlannedPools {

  private static final int LARGE = 10_000;

  private final DatabaseClient database;

  PlannedPools(DatabaseClient database) {
    this.database = database;
  }

  Mono<LaneMoment> moment(int lane) {
    return database
        .sql(
            """
            with first_time as (
              insert into lane (lane, version) values (:lane, 0) on conflict do nothing)
            select coalesce((select version from lane where lane = :lane), 0) lane_version,
              (select version from stock) stock_version,
              (now() at time zone 'Asia/Shanghai')::date today
            """)
        .bind("lane", lane)
        .map(row ->
            new LaneMoment(
                number(row, "lane_version"), number(row, "stock_version"), date(row, "today")))
        .one();
  }

  /** What a lane's holds are that changed after one version, up to another and with it. */
  Mono<List<HoldChange.Made>> since(int lane, long version, long upTo) {
    return database
        .sql(
            """
            select distinct on (c.hold) c.hold, c.pool, c.unit, (h.pinned or h.block_reason is not null) pinned,
              lower(c.was) was_from, upper(c.was) was_to,
              lower(c.period) period_from, upper(c.period) period_to
            from hold_change c join hold h using (site, hold)
            where c.lane = :lane and c.version > :version and c.version <= :upTo
            order by c.hold, c.version desc
            """)
        .bind("lane", lane)
        .bind("version", version)
        .bind("upTo", upTo)
        .map(PlannedPools::change)
        .all()
        .collectList();
  }

  /** Timed holds of these pools whose time is over. */
  Flux<HoldChange> lapsed(Collection<String> pools) {
    return lapsed("pool = any(:pools)", Map.of("pools", pools.toArray(String[]::new)));
  }

  /** Timed holds of any pool whose time is over. */
  Flux<HoldChange> lapsed() {
    return lapsed("true", Map.of());
  }

  private Flux<HoldChange> lapsed(String where, Map<String, Object> values) {
    return database
        .sql(
            """
            select hold, pool from (
              select hold, pool from hold where until <= now() and ended_at is null offset 0) lapsed
            where
            """
                + where
                + " limit 1000")
        .bindValues(values)
        .map(row ->
            new HoldChange(
                requireNonNull(row.get("hold", UUID.class)),
                text(row, "pool"),
                HoldChange.Kind.LAPSE,
                null))
        .all();
  }

  /**
   * The pools of these codes with their units and what is taken from the moment's day on.
   *
   * @param makingRoom told now and then how many units and stays were read so far
   */
  Mono<Map<String, Timeline>> named(
      Collection<String> codes, LaneMoment moment, IntConsumer makingRoom) {
    return units(codes)
        .flatMap(units -> {
          var pools = new HashMap<String, Timeline>();
          units.forEach((pool, of) ->
              pools.put(
                  pool,
                  new Timeline(
                      of.getFirst().site(), moment, of.stream().map(PoolUnit::unit).toList())));
          var read = new AtomicInteger(units.values().stream().mapToInt(List::size).sum());
          return taken(codes, moment.today())
              // A large pool takes a while, and others wait for this thread.
              .publishOn(Schedulers.parallel())
              .doOnNext(taken -> {
                var pool = pools.get(taken.getKey());
                if (pool != null) {
                  pool.take(taken.getValue());
                }
                if (read.incrementAndGet() % LARGE == 0) {
                  makingRoom.accept(read.get());
                }
              })
              .then(Mono.just(pools));
        });
  }

  private Mono<Map<String, List<PoolUnit>>> units(Collection<String> pools) {
    return database
        .sql("select pool, site, unit, number from unit where pool = any(:pools)")
        .bind("pools", pools.toArray(String[]::new))
        .map(row ->
            new PoolUnit(
                text(row, "pool"),
                text(row, "site"),
                new Timeline.Unit(
                    text(row, "unit"), requireNonNull(row.get("number", Integer.class)))))
        .all()
        .collect(Collectors.groupingBy(PoolUnit::pool));
  }

  private Flux<Map.Entry<String, Stay>> taken(Collection<String> pools, LocalDate from) {
    return database
        .sql(
            """
            select pool, hold, unit, (pinned or block_reason is not null) pinned,
              lower(period) period_from, upper(period) period_to
            from hold
            where pool = any(:pools) and state in ('TIMED', 'FIRM')
              and period && daterange(:from, null)
            """)
        .bind("pools", pools.toArray(String[]::new))
        .bind("from", from)
        .map(row ->
            Map.entry(
                text(row, "pool"),
                new Stay(
                    requireNonNull(row.get("hold", UUID.class)),
                    new Period(date(row, "period_from"), row.get("period_to", LocalDate.class)),
                    text(row, "unit"),
                    requireNonNull(row.get("pinned", Boolean.class)))))
        .all();
  }

  private static HoldChange.Made change(Readable row) {
    return new HoldChange.Made(
        requireNonNull(row.get("hold", UUID.class)),
        text(row, "pool"),
        row.get("unit", String.class),
        period(row, "was"),
        period(row, "period"),
        requireNonNull(row.get("pinned", Boolean.class)));
  }

  static @Nullable Period period(Readable row, String name) {
    var from = row.get(name + "_from", LocalDate.class);
    return from == null ? null : new Period(from, row.get(name + "_to", LocalDate.class));
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }

  private record PoolUnit(String pool, String site, Timeline.Unit unit) {}
}
