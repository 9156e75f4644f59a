package city.huiwei.booking.booking;

import static city.huiwei.booking.booking.Bookings.COLUMNS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Changes of the tables {@code booking} and {@code entitlement}. Each spends or gives back the
 * booking's nights and leaves its trace in the same statement.
 */
@Repository
class Changes {

  private static final String TRACED =
      """
      , traced as (
        insert into booking_change (booking, status, period, actor)
        select booking, status, period, :actor from changed)
      select
      """
          + COLUMNS
          + " from changed";

  private final DatabaseClient database;

  Changes(DatabaseClient database) {
    this.database = database;
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
}
