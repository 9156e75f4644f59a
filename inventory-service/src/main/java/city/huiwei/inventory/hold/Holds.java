package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Refusal;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code hold}. Its own constraint keeps a unit from being held twice for one night. */
@Repository
class Holds {

  private static final String COLUMNS =
      """
      site, hold, pool, unit, state, until, coalesce(refusals, '{}') refusals,
      lower(asked) asked_from, upper(asked) asked_to,
      lower(period) period_from, upper(period) period_to
      """;

  private final DatabaseClient database;
  private final JsonMapper json;

  Holds(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Mono<Map<UUID, Hold>> withIds(Collection<UUID> ids) {
    return database
        .sql("select " + COLUMNS + " from hold where hold = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(Holds::hold)
        .all()
        .collectMap(Hold::hold);
  }

  /**
   * Writes the rows in one statement.
   *
   * @return an error with SQL state 23P01 when a unit is already held for one of the nights, 23505
   *     when an id was answered in between; then nothing is written
   */
  Mono<Void> write(List<Hold> holds) {
    return database
        .sql(
            """
            insert into hold (site, hold, pool, unit, state, asked, period, until, refusals)
            select site, hold, pool, unit, state,
              daterange("from", "to"), daterange("from", "to"), until, refusals
            from jsonb_to_recordset(:rows::jsonb)
              as row(site text, hold uuid, pool text, unit text, state text,
                "from" date, "to" date, until timestamptz, refusals text[])
            """)
        .bind("rows", json.writeValueAsString(holds.stream().map(Holds::row).toList()))
        .fetch()
        .rowsUpdated()
        .then();
  }

  /**
   * Gives stays other units in one statement. Two stays may change places, so the constraint looks
   * at the end of the transaction, and refuses there.
   */
  Mono<Void> move(Map<UUID, String> units) {
    var moves =
        units.entrySet().stream()
            .map(move -> Map.of("hold", move.getKey(), "unit", move.getValue()))
            .toList();
    return database
        .sql("set constraints one_hold_at_a_time deferred")
        .then()
        .then(
            database
                .sql(
                    """
                    update hold set unit = move.unit
                    from jsonb_to_recordset(:moves::jsonb) as move(hold uuid, unit text)
                    where hold.hold = move.hold and state in ('TIMED', 'FIRM')
                    """)
                .bind("moves", json.writeValueAsString(moves))
                .then());
  }

  /** Makes a live timed hold firm; empty when it is not one. */
  Mono<Hold> confirm(UUID id) {
    return change(
        "state = 'FIRM', until = null where hold = :hold and state = 'TIMED' and until > now()",
        Map.of("hold", id));
  }

  /** Gives a live hold back; empty when it is not live. */
  Mono<Hold> release(UUID id) {
    return change(
        """
        state = 'RELEASED', ended_at = now()
        where hold = :hold and state in ('TIMED', 'FIRM')
        """,
        Map.of("hold", id));
  }

  /**
   * Lets a live hold end on an earlier day of its period; empty when it is not live or not earlier.
   */
  Mono<Hold> end(UUID id, LocalDate to) {
    return change(
        """
        period = daterange(lower(period), :to)
        where hold = :hold and state in ('TIMED', 'FIRM') and period @> (:to - 1)
        """,
        Map.of("hold", id, "to", to));
  }

  /** Tidies timed holds that lapsed in pools nobody asks for. */
  Mono<Long> sweepLapsed() {
    return database
        .sql(
            """
            update hold set state = 'LAPSED', ended_at = until
            where (site, hold) in (
              select site, hold from hold where state = 'TIMED' and until <= now()
              order by until limit 1000 for update skip locked)
            """)
        .fetch()
        .rowsUpdated();
  }

  private Mono<Hold> change(String setWhere, Map<String, Object> values) {
    return database
        .sql("update hold set " + setWhere + " returning " + COLUMNS)
        .bindValues(values)
        .map(Holds::hold)
        .one();
  }

  private static Map<String, @Nullable Object> row(Hold hold) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("site", hold.site());
    row.put("hold", hold.hold());
    row.put("pool", hold.pool());
    row.put("unit", hold.unit());
    row.put("state", hold.state());
    row.put("from", hold.period().from());
    row.put("to", hold.period().to());
    row.put("until", hold.until());
    row.put("refusals", hold.unit() == null ? hold.refusals() : null);
    return row;
  }

  private static Hold hold(Readable row) {
    return new Hold(
        text(row, "site"),
        requireNonNull(row.get("hold", UUID.class)),
        text(row, "pool"),
        row.get("unit", String.class),
        text(row, "state"),
        new Hold.Dates(date(row, "asked_from"), row.get("asked_to", LocalDate.class)),
        new Hold.Dates(date(row, "period_from"), row.get("period_to", LocalDate.class)),
        row.get("until", Instant.class),
        Arrays.stream(requireNonNull(row.get("refusals", String[].class)))
            .map(Refusal::valueOf)
            .toList());
  }

  static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
