package city.huiwei.ops.launcher;

import city.huiwei.ops.launcher.Auditor.Check;
import java.util.List;

/**
 * What must hold among units, holds and their trace, and between them and what stands beside them:
 * the bookings, the offers, and what people were told.
 */
final class HoldChecks {

  static final String BESIDE =
      """
      create temp table booking_seen (booking uuid, reference text, key text, pool text, site text,
        asked daterange, period daterange, status text, unit text);
      create temp table offer_seen (hold uuid, state text);
      create temp table told (booking uuid, reference text, key text, pool text, first date,
        last date, status text, left_on date, unit text, tried text[]);
      create temp table refused_key (key text);
      """;

  static final String BOOKINGS_OUT =
      """
      copy (select booking, reference, idempotency_key, pool, site, asked, period, status, unit
        from booking) to stdout
      """;

  static final String BOOKINGS_IN = "copy booking_seen from stdin";

  /** An offer's holds have its own id and, for more units, those that differ in the last bits. */
  static final String OFFERS_OUT =
      """
      copy (
        select overlay(offer::text placing
          lpad(to_hex((('x' || right(offer::text, 4))::bit(16)::int # (n - 1))), 4, '0') from 33),
          case when residence.state = 'LEFT' then 'LEFT' else offer.state end
        from offer left join residence on residence = offer,
          generate_series(1, cardinality(offer.pools)) n) to stdout
      """;

  static final String OFFERS_IN = "copy offer_seen from stdin";

  static final String TELL = "insert into told values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Units of each pool less those taken on the fullest night of [first, second). */
  static final String FREE =
      """
      with asked as (select ?::date first, ?::date last),
      taken as (
        select pool, night, count(*) units
        from asked, generate_series(first, last - 1, interval '1 day') night
        join hold on state in ('TIMED', 'FIRM') and period @> night::date
        group by pool, night)
      select pool,
        (select count(*) from unit where unit.pool = pool.pool)
          - coalesce((select max(units) from taken where taken.pool = pool.pool), 0) free
      from pool join site using (site) where programme = 'graduate-housing'
      """;

  static final List<Check> ALL =
      List.of(
          new Check(
              "a unit is held once a night",
              """
              select format('unit %s is held by %s and by another on the night of %s', unit, hold,
                first)
              from (
                select unit, hold, lower(period) first,
                  max(coalesce(upper(period), 'infinity')) over (
                    partition by unit order by lower(period), hold
                    rows between unbounded preceding and 1 preceding) others_until
                from hold where state in ('TIMED', 'FIRM')) held
              where first < others_until
              """),
          new Check(
              "a hold is on a unit of its pool",
              """
              select format('hold %s is on unit %s, number %s, which is not in %s', hold, h.unit,
                h.unit_number, h.pool)
              from hold h
              left join unit u on (u.site, u.unit, u.number, u.pool)
                = (h.site, h.unit, h.unit_number, h.pool)
              where h.state in ('TIMED', 'FIRM') and u.unit is null
                and h.period && daterange((now() at time zone 'Asia/Shanghai')::date, null)
              """),
          new Check(
              "a booking that is alive has its hold",
              """
              select format('booking %s is %s in %s for %s, but %s', b.booking, b.status, b.pool,
                b.period, coalesce(
                  string_agg(format('its hold is %s in %s for %s on %s', h.state, h.pool, h.period,
                    h.unit), ' and '),
                  'it has no hold'))
              from booking_seen b left join hold h on h.hold = b.booking
              where b.status in ('CONFIRMED', 'CHECKED_IN')
              group by b.booking, b.status, b.pool, b.site, b.period, b.asked, b.unit
              having count(*) filter (where h.state = 'FIRM' and h.block_reason is null
                and (h.site, h.pool, h.period, h.asked) = (b.site, b.pool, b.period, b.asked)
                and h.unit = coalesce(b.unit, h.unit)) <> 1
                or count(*) > 1
              """),
          new Check(
              "a hold ends when the guest leaves",
              """
              select format('the guest of %s left on %s, but %s', b.booking, upper(b.period),
                coalesce(format('the hold is %s for %s on %s', h.state, h.period, h.unit),
                  'there is no hold'))
              from booking_seen b left join hold h on h.hold = b.booking
              where b.status = 'DEPARTED'
                and (h.state, h.pool, h.period, h.unit)
                  is distinct from ('FIRM', b.pool, b.period, b.unit)
              """),
          new Check(
              "what was given up or refused holds nothing",
              """
              select format('booking %s is %s, but its hold is %s', b.booking, b.status,
                coalesce(h.state, 'not there'))
              from booking_seen b left join hold h on h.hold = b.booking
              where (b.status in ('CANCELLED', 'NO_SHOW') and h.state is distinct from 'RELEASED')
                or (b.status = 'REFUSED' and h.state <> 'REFUSED')
              """),
          new Check(
              "a place that was taken has its hold",
              """
              select format('offer of %s is taken, but the hold is %s', o.hold,
                coalesce(h.state, 'not there'))
              from offer_seen o left join hold h using (hold)
              where o.state = 'BOOKED' and h.state is distinct from 'FIRM'
              """),
          new Check(
              "no hold is without a booking or an offer",
              """
              select format('hold %s is %s in %s for %s, but nobody has it', hold, h.state, h.pool,
                h.period)
              from hold h
              where h.state in ('TIMED', 'FIRM') and h.block_reason is null
                and not exists (select from booking_seen b where b.booking = h.hold)
                and not exists (select from offer_seen o where o.hold = h.hold)
              """),
          new Check(
              "the trace of a hold ends with its state",
              """
              select format('hold %s is %s on %s for %s, its trace ends with %s on %s for %s', hold,
                coalesce(h.state, 'not there'), h.unit, h.period, coalesce(c.state, 'nothing'),
                c.unit, c.period)
              from hold h
              full join (
                select distinct on (hold) hold, state, unit, period
                from hold_change order by hold, version desc) c using (hold)
              where (h.state, h.unit, case when h.state in ('TIMED', 'FIRM') then h.period end)
                is distinct from (c.state, c.unit, c.period)
              """),
          new Check(
              "each trace of a hold begins where the last ended",
              """
              select format('hold %s had %s, but its next trace begins with %s', hold, before, was)
              from (
                select hold, was, lag(period) over (partition by hold order by version) before
                from hold_change) step
              where was is distinct from before
              """),
          new Check(
              "what was told is so",
              """
              select format('%s was told to be %s in %s from %s to %s under %s, but %s', t.booking,
                t.status, t.pool, t.first, t.left_on, t.reference, coalesce(
                  format('is %s in %s for %s under %s', b.status, b.pool, b.period, b.reference),
                  'is not there'))
              from told t left join booking_seen b using (booking)
              where (b.reference, b.key, b.pool, b.asked)
                  is distinct from (t.reference, t.key, t.pool, daterange(t.first, t.last))
                or (b.status = t.status and upper(b.period) <> t.left_on)
                or (t.unit is not null and b.unit is distinct from t.unit)
                or not (b.status = t.status
                  or (b.status = any(t.tried) and (t.status, b.status) in (
                    ('CONFIRMED', 'CANCELLED'), ('CONFIRMED', 'NO_SHOW'),
                    ('CONFIRMED', 'CHECKED_IN'), ('CONFIRMED', 'DEPARTED'),
                    ('CHECKED_IN', 'DEPARTED'))))
              """),
          new Check(
              "who was refused has nothing",
              """
              select format('the key %s was refused, but booking %s of it is %s', key, b.booking,
                b.status)
              from refused_key join booking_seen b using (key) where b.status <> 'REFUSED'
              """));

  private HoldChecks() {}
}
