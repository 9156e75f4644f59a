package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.Refusal;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The table {@code hold}. Its own constraint keeps a unit from being held twice for one night.
 * Every change raises its lane's version and leaves its trace in the same statement. Holds are
 * named as an array besides, so that no plan, made while the table was small, can read all of it.
 */
@Repository
class Holds {

  /** Somebody else was faster: overlapping holds, an id answered meanwhile, a deadlock. */
  private static final Set<String> COLLISIONS = Set.of("23P01", "23505", "40P01", "40001");

  private static final String COLUMNS =
      """
      h.site, h.hold, h.pool, h.unit, h.state, h.until, h.block_reason, coalesce(h.refusals, '{}') refusals,
      lower(h.asked) asked_from, upper(h.asked) asked_to,
      lower(h.period) period_from, upper(h.period) period_to
      """;

  /** The plan's turn: none when anything it stands on is no longer so. */
  private static final String WRITE =
      """
      with turn as (
        update lane set version = version + 1
        where lane = :lane::int and version = :version::bigint
          and :stock::bigint = (select stock.version from stock)
          and :today::date = (now() at time zone 'Asia/Shanghai')::date
          and not exists (select from hold where hold = any(:holds::uuid[]))
          and not exists (
            -- Not by pool: few holds have lapsed, but a pool may have a hundred thousand.
            select from (
              select pool from hold where until <= now() and ended_at is null offset 0) lapsed
            where pool = any(:pools::text[]))
        returning version),
      made as (
        insert into hold (
          site, hold, pool, unit, unit_number, state, asked, period, until, refusals, block_reason)
        select site, hold, pool, unit, unit_number, state, daterange("from", "to"),
          daterange("from", "to"), until, string_to_array(refusals, ' '), block_reason
        from turn, unnest(:sites::text[], :holds::uuid[], :pools::text[], :units::text[], :numbers::int[],
            :states::text[], :froms::date[], :tos::date[], :untils::timestamptz[], :refusals::text[],
            :blockReasons::text[])
          as ask(site, hold, pool, unit, unit_number, state, "from", "to", until, refusals, block_reason)
        returning site, hold, pool, unit, state, period),
      """;

  private static final String MOVE =
      """
      moved as (
        update hold h set unit = move.unit, unit_number = move.number
        from turn, unnest(:movedHolds::uuid[], :movedUnits::text[], :movedNumbers::int[]) as move(hold, unit, number)
        where h.hold = any(:movedHolds::uuid[]) and h.hold = move.hold
        returning h.site, h.hold, h.pool, h.unit, h.state, h.period),
      traced_moves as (
        insert into hold_change (lane, version, site, hold, pool, unit, state, was, period, actor)
        select :lane::int, turn.version, site, hold, pool, unit, state, period, period, :actor::text
        from turn, moved),
      """;

  private static final String TRACE_AND_TELL =
      """
      traced as (
        insert into hold_change (lane, version, site, hold, pool, unit, state, period, actor)
        select :lane::int, turn.version, site, hold, pool, unit, state,
          case when unit is not null then period end, :actor::text
        from turn, made)
      select version from turn
      """;

  private static final String CHANGE =
      """
      with asked as (
        select * from unnest(:holds::uuid[], :kinds::text[], :tos::date[], :actors::text[])
          as asked(hold, kind, "to", actor)),
      turn as (
        update lane set version = version + 1 where lane = :lane returning version),
      changed as (
        update hold h set
          state = case kind
            when 'RELEASE' then 'RELEASED' when 'LAPSE' then 'LAPSED' when 'CONFIRM' then 'FIRM'
            else h.state end,
          until = case kind when 'CONFIRM' then null else h.until end,
          period = case kind when 'END' then daterange(lower(h.period), "to") else h.period end,
          pinned = case kind when 'PIN' then true when 'UNPIN' then false else h.pinned end,
          ended_at = case kind when 'RELEASE' then now() when 'LAPSE' then h.until end
        from turn, asked
        where h.hold = any(:holds::uuid[]) and h.hold = asked.hold and case
          when h.state not in ('TIMED', 'FIRM') then false
          when kind = 'CONFIRM' then h.state = 'TIMED' and h.until > now()
          when kind = 'LAPSE' then h.state = 'TIMED' and h.until <= now()
          when kind = 'END' then h.period @> ("to" - 1)
          else true end
        returning turn.version, asked.actor, old.period was,
          case when new.state in ('TIMED', 'FIRM') then new.period end live, h.*),
      traced as (
        insert into hold_change (lane, version, site, hold, pool, unit, state, was, period, actor)
        select :lane::int, version, site, hold, pool, unit, state, was, live, actor from changed)
      select turn.version, (h.pinned or h.block_reason is not null) held_fast,
        lower(h.was) was_from, upper(h.was) was_to, lower(h.live) live_from, upper(h.live) live_to,
      """
          + COLUMNS
          + " from turn left join changed h on true";

  private final DatabaseClient database;

  Holds(DatabaseClient database) {
    this.database = database;
  }

  Mono<Map<UUID, Hold>> withIds(Collection<UUID> ids) {
    return database
        .sql("select " + COLUMNS + " from hold h where hold = any(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(Holds::hold)
        .all()
        .collectMap(Hold::hold);
  }

  /**
   * Writes a plan, in one statement: its rows, the new units of those who make room, and the lane's
   * next version.
   *
   * @return empty, and nothing is written, when the moment has passed, a row's id has been answered
   *     or a hold of its pools has lapsed; an error with SQL state 23P01 when a unit is already
   *     held for one of the nights, 23505 when an id was answered in between, 40001 when a unit is
   *     gone
   */
  Mono<Long> write(int lane, LaneMoment moment, Plan plan) {
    return write(lane, moment, plan, null);
  }

  /**
   * The same where somebody wanted it.
   *
   * @param actor who of an operator's staff; absent where a service asked
   */
  Mono<Long> write(int lane, LaneMoment moment, Plan plan, @Nullable String actor) {
    var rows = List.copyOf(plan.made());
    var moves = List.copyOf(plan.moved());
    var statement =
        database
            .sql(moves.isEmpty() ? WRITE + TRACE_AND_TELL : WRITE + MOVE + TRACE_AND_TELL)
            .bind("lane", lane)
            .bind("version", moment.version())
            .bind("stock", moment.stock())
            .bind("today", moment.today())
            .bind("sites", column(rows, Hold::site, String[]::new))
            .bind("holds", column(rows, Hold::hold, UUID[]::new))
            .bind("pools", column(rows, Hold::pool, String[]::new))
            .bind("units", column(rows, Hold::unit, String[]::new))
            .bind("numbers", column(rows, row -> numberOrNull(plan, row), Integer[]::new))
            .bind("states", column(rows, Hold::state, String[]::new))
            .bind("froms", column(rows, row -> row.period().from(), LocalDate[]::new))
            .bind("tos", column(rows, row -> row.period().to(), LocalDate[]::new))
            .bind("untils", column(rows, Holds::untilText, String[]::new))
            .bind("refusals", column(rows, Holds::refusalsText, String[]::new))
            .bind("blockReasons", column(rows, Hold::blockReason, String[]::new))
            .bind("actor", Parameter.fromOrEmpty(actor, String.class));
    if (!moves.isEmpty()) {
      statement =
          statement
              .bind("movedHolds", column(moves, Plan.Moved::hold, UUID[]::new))
              .bind("movedUnits", column(moves, Plan.Moved::unit, String[]::new))
              .bind("movedNumbers", column(moves, Plan.Moved::number, Integer[]::new));
    }
    return statement.mapValue(Long.class).one();
  }

  /**
   * What came of changes.
   *
   * @param version the lane's, raised by this statement
   * @param rows the holds that changed, as they are now
   */
  record Changed(long version, List<HoldChange.Made> made, Map<UUID, Hold> rows) {}

  /** Changes what can still be changed so; each hold once at most. */
  Mono<Changed> change(int lane, List<HoldChange> changes) {
    return database
        .sql(CHANGE)
        .bind("lane", lane)
        .bind("holds", column(changes, HoldChange::hold, UUID[]::new))
        .bind("kinds", column(changes, change -> change.kind().name(), String[]::new))
        .bind("tos", column(changes, HoldChange::to, LocalDate[]::new))
        .bind("actors", column(changes, HoldChange::actor, String[]::new))
        .map(row -> row.get("hold", UUID.class) == null ? versionOnly(row) : changed(row))
        .all()
        .collectList()
        .map(Holds::together);
  }

  private record ChangedRow(long version, HoldChange.@Nullable Made made, @Nullable Hold hold) {}

  private static Changed together(List<ChangedRow> rows) {
    var changed = rows.stream().filter(row -> row.hold() != null).toList();
    return new Changed(
        rows.getFirst().version(),
        changed.stream().map(row -> requireNonNull(row.made())).toList(),
        changed.stream()
            .map(row -> requireNonNull(row.hold()))
            .collect(Collectors.toMap(Hold::hold, hold -> hold)));
  }

  private static ChangedRow versionOnly(Readable row) {
    return new ChangedRow(requireNonNull(row.get("version", Long.class)), null, null);
  }

  private static ChangedRow changed(Readable row) {
    var hold = hold(row);
    return new ChangedRow(
        requireNonNull(row.get("version", Long.class)),
        new HoldChange.Made(
            hold.hold(),
            hold.pool(),
            hold.unit(),
            PlannedPools.period(row, "was"),
            PlannedPools.period(row, "live"),
            requireNonNull(row.get("held_fast", Boolean.class))),
        hold);
  }

  /** Whether it is worth while to look what happened, and to try once more. */
  static boolean isCollision(Throwable error) {
    return error instanceof DataAccessException
        && error.getCause() instanceof R2dbcException database
        && COLLISIONS.contains(String.valueOf(database.getSqlState()));
  }

  private static <R, T> @Nullable T[] column(
      List<R> rows, Function<R, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private static @Nullable Integer numberOrNull(Plan plan, Hold row) {
    return row.unit() == null ? null : plan.number(row);
  }

  private static @Nullable String untilText(Hold row) {
    return row.until() == null || row.unit() == null ? null : row.until().toString();
  }

  private static @Nullable String refusalsText(Hold row) {
    return row.unit() != null
        ? null
        : String.join(" ", row.refusals().stream().map(Refusal::name).toList());
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
            .toList(),
        row.get("block_reason", String.class));
  }

  static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
