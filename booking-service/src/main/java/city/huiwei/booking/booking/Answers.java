package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BookingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The last step of bookings, many in one statement: confirmed, or refused with the nights given
 * back.
 */
@Repository
class Answers {

  /**
   * Of one person several may be refused at once, so their nights are summed up first. The bookings
   * are named once more, so that no plan, made while the table was small, can read all of it.
   */
  private static final String WRITE =
      """
      with answer as materialized (
        select * from unnest(:bookings::uuid[], :statuses::text[], :reasons::text[])
          a (booking, status, reasons)),
      changed as (
        update booking b
        set status = a.status, reasons = string_to_array(a.reasons, ' '), hold_due = null,
          driven_at = null
        from answer a
        where b.booking = any(:bookings::uuid[]) and b.booking = a.booking
          and b.status = 'REQUESTED'
        returning b.booking, b.account, b.programme, b.status, b.period),
      refused as (
        select account, programme, sum(upper(period) - lower(period))::int nights,
          range_agg(period) stays
        from changed where status = 'REFUSED' group by account, programme),
      locked as (
        select account, programme, nights, r.stays
        from refused r join entitlement e using (account, programme)
        order by account for no key update of e),
      given_back as (
        update entitlement e set spent = e.spent - l.nights, stays = e.stays - l.stays
        from locked l where e.account = l.account and e.programme = l.programme),
      traced as (
        insert into booking_change (booking, status, period, actor)
        select booking, status, period, 'system' from changed)
      select array(select booking from changed) changed
      """;

  private final DatabaseClient database;

  Answers(DatabaseClient database) {
    this.database = database;
  }

  /** What inventory said of an intent: {@code CONFIRMED}, or {@code REFUSED} with codes. */
  record Answer(Intent intent, BookingStatus status, List<String> reasons) {

    Intent answered() {
      return intent.answered(status, reasons);
    }
  }

  /**
   * @param many each of another booking
   * @return the bookings that were still waiting for their answer and have it now
   */
  Mono<Set<UUID>> write(List<Answer> many) {
    var rows = many.stream().sorted(Comparator.comparing(it -> it.intent().id())).toList();
    return database
        .sql(WRITE)
        .bind("bookings", rows.stream().map(row -> row.intent().id()).toArray(UUID[]::new))
        .bind("statuses", rows.stream().map(row -> row.status().name()).toArray(String[]::new))
        .bind(
            "reasons",
            rows.stream().map(row -> String.join(" ", row.reasons())).toArray(String[]::new))
        .map(row -> Set.of(requireNonNull(row.get("changed", UUID[].class))))
        .one();
  }
}
