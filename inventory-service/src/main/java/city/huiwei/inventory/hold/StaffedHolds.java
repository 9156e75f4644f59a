package city.huiwei.inventory.hold;

import static city.huiwei.inventory.hold.Holds.date;
import static city.huiwei.inventory.hold.Holds.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Holds and units as far as an operator's staff may touch them. */
@Repository
class StaffedHolds {

  private final DatabaseClient database;
  private final Holds holds;

  StaffedHolds(DatabaseClient database, Holds holds) {
    this.database = database;
    this.holds = holds;
  }

  /**
   * @param today the city's day by the database's clock
   */
  record Theirs(Hold hold, LocalDate today) {}

  /**
   * @param today the city's day by the database's clock
   */
  record TheirPool(String pool, LocalDate today) {}

  /** A hold at the operator's sites that took a unit; empty when it is nowhere there. */
  Mono<Theirs> one(UUID id, String operator) {
    return any(id)
        .filter(hold -> hold.unit() != null)
        .flatMap(hold ->
            database
                .sql(
                    """
                    select (now() at time zone 'Asia/Shanghai')::date today from site
                    where site = :site and operator = :operator
                    """)
                .bind("site", hold.site())
                .bind("operator", operator)
                .map(row -> new Theirs(hold, date(row, "today")))
                .one());
  }

  /** The pool of a unit at the operator's sites; empty when there is none such. */
  Mono<TheirPool> pool(String unit, String operator) {
    return database
        .sql(
            """
            select u.pool, (now() at time zone 'Asia/Shanghai')::date today
            from unit u join site s using (site)
            where u.unit = :unit and s.operator = :operator
            """)
        .bind("unit", unit)
        .bind("operator", operator)
        .map(row -> new TheirPool(text(row, "pool"), date(row, "today")))
        .one();
  }

  /** Whatever has that id. */
  Mono<Hold> any(UUID id) {
    return Mono.defer(() -> holds.withIds(List.of(id))).mapNotNull(found -> found.get(id));
  }
}
