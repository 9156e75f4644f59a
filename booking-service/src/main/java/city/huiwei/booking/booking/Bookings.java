package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.Wish;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tables {@code booking} and {@code entitlement}. Every change of a booking spends or gives
 * back its nights and leaves its trace in the same statement.
 */
@Repository
class Bookings {

  private static final String COLUMNS =
      """
      booking, reference, account, idempotency_key, programme, pool, site, operator, status, unit,
      reasons, hold_due, lower(asked) asked_from, upper(asked) asked_to,
      lower(period) period_from, upper(period) period_to
      """;

  private static final String TRACED =
      """
      , traced as (
        insert into booking_change (booking, status, period, actor)
        select booking, status, period, :actor from changed)
      select\s\
      """
          + COLUMNS
          + " from changed";

  private final DatabaseClient database;

  Bookings(DatabaseClient database) {
    this.database = database;
  }

  /** The city's day by the database's clock, and the nights a person has spent of a programme. */
  record Standing(LocalDate today, int spent) {}

  Mono<Standing> standing(UUID account, String programme) {
    return database
        .sql(
            """
            select (now() at time zone 'Asia/Shanghai')::date today,
              coalesce((select spent from entitlement
                where account = :account and programme = :programme), 0) spent
            """)
        .bind("account", account)
        .bind("programme", programme)
        .map(row ->
            new Standing(date(row, "today"), requireNonNull(row.get("spent", Integer.class))))
        .one();
  }

  Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  /**
   * Writes the intent and spends its nights.
   *
   * @param granted nights of the entitlement, for a person who has none written yet
   * @return empty when the key was used before; an error that names the constraint {@code
   *     never_more_than_the_entitlement} or {@code one_stay_at_a_time} when one of them refuses
   */
  Mono<Intent> request(Intent intent, int granted, String actor) {
    return database
        .sql(
            """
            with changed as (
              insert into booking (booking, reference, account, idempotency_key, programme, pool, site,
                operator, asked, period, status)
              values (:booking, :reference, :account, :key, :programme, :pool, :site, :operator,
                daterange(:from, :to), daterange(:from, :to), 'REQUESTED')
              on conflict on constraint one_booking_a_key do nothing
              returning *),
            spent as (
              insert into entitlement as e (account, programme, granted, spent)
              select account, programme, :granted, upper(period) - lower(period) from changed
              on conflict (account, programme) do update set spent = e.spent + excluded.spent)
            """
                + TRACED)
        .bind("booking", intent.id())
        .bind("reference", intent.reference())
        .bind("account", intent.account())
        .bind("key", intent.key())
        .bind("programme", intent.programme())
        .bind("pool", intent.pool())
        .bind("site", intent.site())
        .bind("operator", intent.operator())
        .bind("from", intent.asked().from())
        .bind("to", intent.asked().to())
        .bind("granted", granted)
        .bind("actor", actor)
        .map(Bookings::intent)
        .one();
  }

  Mono<Intent> withKey(UUID account, String key) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from booking where account = :account and idempotency_key = :key")
        .bind("account", account)
        .bind("key", key)
        .map(Bookings::intent)
        .one();
  }

  Mono<Intent> one(UUID id) {
    return database
        .sql("select " + COLUMNS + " from booking where booking = :booking")
        .bind("booking", id)
        .map(Bookings::intent)
        .one();
  }

  Mono<Intent> withReference(String reference) {
    return database
        .sql("select " + COLUMNS + " from booking where reference = :reference")
        .bind("reference", reference)
        .map(Bookings::intent)
        .one();
  }

  /**
   * An account's bookings, the newest first, those older than {@code before} where one is named.
   */
  Flux<Intent> of(UUID account, @Nullable UUID before, int limit) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                 from booking
                where account = :account and (:before::uuid is null or booking < :before)
                order by booking desc limit :limit
                """)
        .bind("account", account)
        .bind("before", Parameter.fromOrEmpty(before, UUID.class))
        .bind("limit", limit)
        .map(Bookings::intent)
        .all();
  }

  /** Inventory said yes. Empty when the booking was no longer waiting. */
  Mono<Intent> confirm(UUID id) {
    return change(
        "status = 'CONFIRMED' where booking = :booking and status = 'REQUESTED'", id, "system");
  }

  /** Inventory said no: the nights are given back. Empty when the booking was no longer waiting. */
  Mono<Intent> refuse(UUID id, List<String> reasons) {
    return changeGivingBack(
        "status = 'REFUSED', reasons = :reasons where booking = :booking and status = 'REQUESTED'",
        "upper(period) - lower(period)",
        id,
        "system",
        Map.of("reasons", reasons.toArray(String[]::new)));
  }

  /** Empty when the booking is not confirmed. */
  Mono<Intent> cancel(UUID id, String actor) {
    return changeGivingBack(
        """
        status = 'CANCELLED', hold_due = 'RELEASE', driven_at = now()
        where booking = :booking and status = 'CONFIRMED'
        """,
        "upper(period) - lower(period)",
        id,
        actor,
        Map.of());
  }

  /** Empty when the booking is not confirmed. */
  Mono<Intent> checkIn(UUID id, String unit, String actor) {
    return change(
        "status = 'CHECKED_IN', unit = :unit where booking = :booking and status = 'CONFIRMED'",
        id,
        actor,
        Map.of("unit", unit));
  }

  /**
   * The guest leaves after {@code nightsKept} nights; the rest is given back. Empty when nobody is
   * checked in.
   */
  Mono<Intent> depart(UUID id, int nightsKept, String actor) {
    return changeGivingBack(
        """
        status = 'DEPARTED', period = daterange(lower(period), lower(period) + :kept),
        hold_due = case when lower(period) + :kept < upper(period) then 'END' end, driven_at = now()
        where booking = :booking and status = 'CHECKED_IN'
        """,
        "upper(asked) - lower(asked) - :kept",
        id,
        actor,
        Map.of("kept", nightsKept));
  }

  /** The guest never came. Empty when the booking is not confirmed. */
  Mono<Intent> noShow(UUID id, int nightsKept, String actor) {
    return changeGivingBack(
        """
        status = 'NO_SHOW', hold_due = 'RELEASE', driven_at = now()
        where booking = :booking and status = 'CONFIRMED'
        """,
        "upper(period) - lower(period) - :kept",
        id,
        actor,
        Map.of("kept", nightsKept));
  }

  Mono<Void> holdSettled(UUID id) {
    return database
        .sql("update booking set hold_due = null where booking = :booking")
        .bind("booking", id)
        .fetch()
        .rowsUpdated()
        .then();
  }

  /** Takes bookings nobody has driven on for a while, each by one sweeper only. */
  Flux<Intent> claimStalled(Duration patience, int limit) {
    return database
        .sql(
            """
            update booking set driven_at = now() where booking in (
              select booking from booking
              where (status = 'REQUESTED' or hold_due is not null)
                and driven_at <= now() - make_interval(secs => :patience)
              order by driven_at limit :limit for update skip locked)
            returning\s\
            """
                + COLUMNS)
        .bind("patience", patience.toMillis() / 1000.0)
        .bind("limit", limit)
        .map(Bookings::intent)
        .all();
  }

  private Mono<Intent> change(String setWhere, UUID id, String actor) {
    return change(setWhere, id, actor, Map.of());
  }

  private Mono<Intent> change(String setWhere, UUID id, String actor, Map<String, Object> values) {
    return database
        .sql("with changed as (update booking set " + setWhere + " returning *)" + TRACED)
        .bind("booking", id)
        .bind("actor", actor)
        .bindValues(values)
        .map(Bookings::intent)
        .one();
  }

  private Mono<Intent> changeGivingBack(
      String setWhere, String nights, UUID id, String actor, Map<String, Object> values) {
    return database
        .sql(
            "with changed as (update booking set "
                + setWhere
                + """
                 returning *),
                given_back as (
                  update entitlement e set spent = e.spent - (%s) from changed c
                  where e.account = c.account and e.programme = c.programme)
                """
                    .formatted(nights)
                + TRACED)
        .bind("booking", id)
        .bind("actor", actor)
        .bindValues(values)
        .map(Bookings::intent)
        .one();
  }

  private static Intent intent(Readable row) {
    var due = row.get("hold_due", String.class);
    return new Intent(
        requireNonNull(row.get("booking", UUID.class)),
        text(row, "reference"),
        requireNonNull(row.get("account", UUID.class)),
        text(row, "idempotency_key"),
        text(row, "programme"),
        text(row, "pool"),
        text(row, "site"),
        text(row, "operator"),
        new Wish(date(row, "asked_from"), date(row, "asked_to")),
        new Wish(date(row, "period_from"), date(row, "period_to")),
        BookingStatus.valueOf(text(row, "status")),
        row.get("unit", String.class),
        List.of(requireNonNull(row.get("reasons", String[].class))),
        due == null ? null : Intent.HoldDue.valueOf(due));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
