package city.huiwei.booking.guest;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.contract.GuestDesk;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bookings, offers and residences as an operator's staff come across them. */
@Repository
class Guests {

  private final DatabaseClient database;

  Guests(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Those of the operator that have such ids.
   *
   * @param firsts ids of the first of holds that are together
   */
  Flux<Stay> of(String operator, Collection<UUID> holds, Collection<UUID> firsts) {
    return database
        .sql(
            """
            select first, units, reference, application, residence,
              -- Bookings, offers and residences have no state of one name that means two things.
              case
                when state in ('PROPOSED', 'OPEN') then 'OFFERED'
                when state in ('REQUESTED', 'CONFIRMED', 'ACCEPTED', 'BOOKED', 'AGREED', 'PUBLISHED', 'SIGNED')
                  then 'EXPECTED'
                when state in ('CHECKED_IN', 'LIVING') then 'HERE'
                when state = 'ON_LEAVE' then 'AWAY'
                else 'GONE' end state
            from (
              select b.booking first, 1 units, b.reference, b.status state, null::uuid application,
                null::uuid residence
              from booking b where b.booking = any(:ids) and b.operator = :operator
              union all
              select o.offer, cardinality(o.pools), a.reference, coalesce(r.state, o.state),
                o.application, r.residence
              from offer o join application a using (application)
              left join residence r on r.residence = o.offer
              where o.offer = any(:firsts) and o.operator = :operator) stay
            """)
        .bind("ids", holds.toArray(UUID[]::new))
        .bind("firsts", firsts.toArray(UUID[]::new))
        .bind("operator", operator)
        .map(row ->
            new Stay(
                id(row, "first"),
                requireNonNull(row.get("units", Integer.class)),
                text(row, "reference"),
                GuestDesk.State.valueOf(text(row, "state")),
                row.get("application", UUID.class),
                row.get("residence", UUID.class)))
        .all();
  }

  /** The city's day by the database's clock. */
  Mono<LocalDate> day() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
        .one();
  }

  Mono<GuestDesk.Lines> arriving(String operator) {
    return lines(operator, "status = 'CONFIRMED' and lower(period) = today");
  }

  Mono<GuestDesk.Lines> leaving(String operator) {
    return lines(operator, "status = 'CHECKED_IN' and upper(period) <= today");
  }

  Mono<GuestDesk.Lines> missing(String operator) {
    return lines(operator, "status = 'CONFIRMED' and lower(period) < today");
  }

  // All bookings are looked at, on purpose: an index on their status or dates would cost each
  // booking
  // that is made, in the minute when thousands are, and this is asked a few times a day.
  private Mono<GuestDesk.Lines> lines(String operator, String which) {
    return database
        .sql(
            """
            select booking, reference, programme, pool, site, lower(period) period_from,
              upper(period) period_to, status, unit, count(*) over ()::int together
            from booking, (select (now() at time zone 'Asia/Shanghai')::date today) day
            where operator = :operator and
            """
                + which
                + " order by site, lower(period), reference limit :most")
        .bind("operator", operator)
        .bind("most", GuestDesk.MOST_LINES)
        .map(row -> new Line(requireNonNull(row.get("together", Integer.class)), booking(row)))
        .all()
        .collectList()
        .map(lines ->
            new GuestDesk.Lines(
                lines.isEmpty() ? 0 : lines.getFirst().together(),
                lines.stream().map(Line::booking).toList()));
  }

  private record Line(int together, Booking booking) {}

  private static Booking booking(Readable row) {
    var from = requireNonNull(row.get("period_from", LocalDate.class));
    var to = requireNonNull(row.get("period_to", LocalDate.class));
    return new Booking(
        id(row, "booking"),
        text(row, "reference"),
        text(row, "programme"),
        text(row, "pool"),
        text(row, "site"),
        from,
        to,
        Math.toIntExact(ChronoUnit.DAYS.between(from, to)),
        BookingStatus.valueOf(text(row, "status")),
        row.get("unit", String.class));
  }

  private static UUID id(Readable row, String column) {
    return requireNonNull(row.get(column, UUID.class));
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }
}
