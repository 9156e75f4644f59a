package city.huiwei.ops.launcher;

import city.huiwei.ops.launcher.Auditor.Check;
import java.util.List;

/** What must hold among bookings, entitlements and their trace. */
final class BookingChecks {

  private static final String TAKES_NIGHTS =
      "status in ('REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'DEPARTED')";

  /** By the rules a guest who never came has spent one night. */
  private static final String USED =
      """
      with used as (
        select account, programme,
          sum(case
            when %1$s then upper(period) - lower(period)
            when status = 'NO_SHOW' then least(upper(period) - lower(period), 1)
            else 0 end)::int nights,
          coalesce(range_agg(period) filter (where %1$s), '{}') stays
        from booking group by account, programme)
      """
          .formatted(TAKES_NIGHTS);

  static final Check NOTHING_WAITS =
      new Check(
          "nothing waits",
          """
          select format('booking %s is %s, its hold is due for %s', booking, status,
            coalesce(hold_due, 'nothing'))
          from booking where status = 'REQUESTED' or hold_due is not null
          """);

  static final List<Check> ALL =
      List.of(
          NOTHING_WAITS,
          new Check(
              "what is spent are the nights of the bookings",
              USED
                  + """
                  select format('account %s has spent %s nights, its bookings have %s', account,
                    coalesce(e.spent, 0), coalesce(u.nights, 0))
                  from entitlement e full join used u using (account, programme)
                  where coalesce(e.spent, 0) <> coalesce(u.nights, 0)
                  """),
          new Check(
              "the stays of an entitlement are the nights of the bookings",
              USED
                  + """
                  select format('account %s has the stays %s, its bookings %s', account,
                    coalesce(e.stays, '{}'), coalesce(u.stays, '{}'))
                  from entitlement e full join used u using (account, programme)
                  where coalesce(e.stays, '{}') <> coalesce(u.stays, '{}')
                  """),
          new Check(
              "nobody spends more than is granted",
              """
              select format('account %s has spent %s nights of %s', account, spent, granted)
              from entitlement where spent < 0 or spent > granted
              """),
          new Check(
              "nobody has two places in one night",
              """
              select format('account %s has booking %s and another on the night of %s', account,
                booking, first)
              from (
                select account, booking, lower(period) first,
                  max(upper(period)) over (
                    partition by account, programme order by lower(period), booking
                    rows between unbounded preceding and 1 preceding) others_until
                from booking where
              """
                  + TAKES_NIGHTS
                  + """
                  ) stay
                  where first < others_until
                  """),
          new Check(
              "a key has one booking",
              """
              select format('account %s has %s bookings of the key %s', account, count(*),
                idempotency_key)
              from booking group by account, idempotency_key having count(*) > 1
              """),
          new Check(
              "a reference has one booking",
              """
              select format('%s is the reference of %s bookings', reference, count(*))
              from booking group by reference having count(*) > 1
              """),
          new Check(
              "only a departure makes a stay shorter",
              """
              select format('booking %s is %s for %s, asked was %s', booking, status, period, asked)
              from booking
              where isempty(period) or lower(period) <> lower(asked)
                or upper(period) > upper(asked)
                or (upper(period) < upper(asked) and status <> 'DEPARTED')
              """),
          new Check(
              "the trace of a booking ends with its state",
              """
              select format('booking %s is %s for %s, its trace ends with %s for %s', booking,
                coalesce(b.status, 'not there'), b.period, coalesce(c.status, 'nothing'), c.period)
              from booking b
              full join (
                select distinct on (booking) booking, status, period
                from booking_change order by booking, change desc) c using (booking)
              where (b.status, b.period) is distinct from (c.status, c.period)
              """),
          new Check(
              "the trace of a booking goes from step to step",
              """
              select format('the trace of booking %s goes from %s to %s', booking,
                coalesce(before, 'nothing'), status)
              from (
                select booking, status,
                  lag(status) over (partition by booking order by change) before
                from booking_change) step
              where (coalesce(before, ''), status) not in (
                ('', 'REQUESTED'),
                ('REQUESTED', 'CONFIRMED'), ('REQUESTED', 'REFUSED'),
                ('CONFIRMED', 'CANCELLED'), ('CONFIRMED', 'NO_SHOW'), ('CONFIRMED', 'CHECKED_IN'),
                ('CHECKED_IN', 'DEPARTED'))
              """));

  private BookingChecks() {}
}
