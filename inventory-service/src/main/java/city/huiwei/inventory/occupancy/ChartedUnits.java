package city.huiwei.inventory.occupancy;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.Name;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The units of a site and who has them. */
@Repository
class ChartedUnits {

  private final DatabaseClient database;

  ChartedUnits(DatabaseClient database) {
    this.database = database;
  }

  /** Empty when the operator has no such site. */
  Mono<UnitNights.Head> site(String site, String operator) {
    return database
        .sql(
            """
            select site, name_zh, name_en, programme, now() as_of,
              (now() at time zone 'Asia/Shanghai')::date today
            from site where site = :site and operator = :operator
            """)
        .bind("site", site)
        .bind("operator", operator)
        .map(row ->
            new UnitNights.Head(
                text(row, "site"),
                new Name(text(row, "name_zh"), text(row, "name_en")),
                text(row, "programme"),
                date(row, "today"),
                requireNonNull(row.get("as_of", Instant.class))))
        .one();
  }

  Flux<UnitNights.Unit> units(String site) {
    return database
        .sql(
            """
            select unit, pool, features ->> 'building' building, features ->> 'floor' floor
            from unit where site = :site
            """)
        .bind("site", site)
        .map(row ->
            new UnitNights.Unit(
                text(row, "unit"),
                text(row, "pool"),
                row.get("building", String.class),
                row.get("floor", String.class)))
        .all();
  }

  /**
   * Live holds and blocks with a night of those; by the pools of the site, for there is an index.
   */
  Flux<UnitNights.Taken> stays(String site, LocalDate from, int nights) {
    return database
        .sql(
            """
            select h.unit, h.hold, h.until, h.block_reason, h.pinned,
              case when h.block_reason is not null then 'BLOCKED' else h.state end kind,
              lower(h.period) period_from, upper(h.period) period_to
            from pool p join hold h using (pool)
            where p.site = :site and h.state in ('TIMED', 'FIRM')
              and (h.state = 'FIRM' or h.until > now())
              and h.period && daterange(:from, :from + :nights)
            """)
        .bind("site", site)
        .bind("from", from)
        .bind("nights", nights)
        .map(ChartedUnits::taken)
        .all();
  }

  private static UnitNights.Taken taken(Readable row) {
    return new UnitNights.Taken(
        text(row, "unit"),
        new ChartSheet.Stay(
            requireNonNull(row.get("hold", UUID.class)),
            ChartSheet.Kind.valueOf(text(row, "kind")),
            date(row, "period_from"),
            row.get("period_to", LocalDate.class),
            row.get("until", Instant.class),
            requireNonNull(row.get("pinned", Boolean.class)),
            row.get("block_reason", String.class)));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
