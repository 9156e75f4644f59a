package city.huiwei.booking.booking;

import static city.huiwei.booking.booking.Bookings.COLUMNS;

import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Changes of one booking that was answered. Each gives back what nights it frees and leaves its
 * trace in the same statement.
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
  private final ReturnRules rules;

  Changes(DatabaseClient database, ReturnRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** Empty when the booking is not confirmed. */
  Mono<Intent> cancel(UUID id, String actor) {
    return changeGivingBack(
        """
        status = 'CANCELLED', hold_due = 'RELEASE', driven_at = now()
        where booking = :booking and status = 'CONFIRMED'
        """,
        "upper(period) - lower(period)",
        "period",
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
        hold_due = case when lower(period) + :kept < upper(period) then 'END' end,
        driven_at = case when lower(period) + :kept < upper(period) then now() end
        where booking = :booking and status = 'CHECKED_IN'
        """,
        "upper(asked) - lower(asked) - :kept",
        "daterange(upper(period), upper(asked))",
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
        "period",
        id,
        actor,
        Map.of("kept", nightsKept));
  }

  Mono<Void> holdSettled(UUID id) {
    return database
        .sql("update booking set hold_due = null, driven_at = null where booking = :booking")
        .bind("booking", id)
        .fetch()
        .rowsUpdated()
        .then();
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

  /**
   * Nights that a batch had do not come back to the open grid at the minute in which somebody gives
   * them up: they open at a moment that nobody can guess.
   *
   * @param nights how many are no longer spent
   * @param stay the dates that are free for another stay
   */
  private Mono<Intent> changeGivingBack(
      String setWhere,
      String nights,
      String stay,
      UUID id,
      String actor,
      Map<String, Object> values) {
    return database
        .sql(
            "with changed as (update booking set "
                + setWhere
                + """
                 returning *),
                given_back as (
                  update entitlement e
                  set spent = e.spent - (%s), stays = e.stays - datemultirange(%s) from changed c
                  where e.account = c.account and e.programme = c.programme),
                closed as (
                  insert into closed_period (closed_period, pool, period, open_from)
                  select gen_random_uuid(), pool, back,
                    now() + random() * make_interval(hours => :within)
                  from (select pool, %s back from changed) c
                  where not isempty(back) and exists (select from batch_part p join batch b using (batch)
                    where p.pool = c.pool and p.period && back and b.state in ('RELEASED', 'SETTLED')))
                """
                    .formatted(nights, stay, stay)
                + TRACED)
        .bind("booking", id)
        .bind("actor", actor)
        .bind("within", rules.openingHours())
        .bindValues(values)
        .map(Bookings::intent)
        .one();
  }
}
