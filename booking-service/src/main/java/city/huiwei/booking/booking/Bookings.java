package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.Wish;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written of bookings and entitlements. */
@Repository
public class Bookings {

  static final String COLUMNS =
      """
      booking, reference, account, idempotency_key, programme, pool, site, operator, status, unit,
      reasons, hold_due, lower(asked) asked_from, upper(asked) asked_to,
      lower(period) period_from, upper(period) period_to
      """;

  private final DatabaseClient database;

  Bookings(DatabaseClient database) {
    this.database = database;
  }

  /**
   * What a person has of a programme.
   *
   * @param today the city's day by the database's clock
   * @param nightsLeft nights that are not spent
   * @param stays the dates that are theirs already
   */
  public record Standing(LocalDate today, int nightsLeft, List<Wish> stays) {}

  /**
   * @param granted nights of somebody who has booked nothing yet
   */
  public Mono<Standing> standing(UUID account, String programme, int granted) {
    return database
        .sql(
            """
            select (now() at time zone 'Asia/Shanghai')::date today,
              coalesce(granted - spent, :granted) nights_left,
              array(select lower(stay) from unnest(stays) stay order by stay) stays_from,
              array(select upper(stay) from unnest(stays) stay order by stay) stays_to
            from (values (1)) always
            left join entitlement on account = :account and programme = :programme
            """)
        .bind("account", account)
        .bind("programme", programme)
        .bind("granted", granted)
        .map(Bookings::standing)
        .one();
  }

  Mono<LocalDate> today() {
    return database
        .sql("select (now() at time zone 'Asia/Shanghai')::date")
        .mapValue(LocalDate.class)
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

  /** Takes bookings nobody has driven on for a while, each by one sweeper only. */
  Flux<Intent> claimStalled(Duration patience, int limit) {
    return database
        .sql(
            """
            update booking set driven_at = now() where booking in (
              select booking from booking
              where driven_at <= now() - make_interval(secs => :patience)
              order by driven_at limit :limit for update skip locked)
            returning
            """
                + COLUMNS)
        .bind("patience", patience.toMillis() / 1000.0)
        .bind("limit", limit)
        .map(Bookings::intent)
        .all();
  }

  static Intent intent(Readable row) {
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

  private static Standing standing(Readable row) {
    var from = requireNonNull(row.get("stays_from", LocalDate[].class));
    var to = requireNonNull(row.get("stays_to", LocalDate[].class));
    return new Standing(
        date(row, "today"),
        requireNonNull(row.get("nights_left", Integer.class)),
        IntStream.range(0, from.length).mapToObj(i -> new Wish(from[i], to[i])).toList());
  }

  private static String text(Readable row, String column) {
    return requireNonNull(row.get(column, String.class));
  }

  private static LocalDate date(Readable row, String column) {
    return requireNonNull(row.get(column, LocalDate.class));
  }
}
