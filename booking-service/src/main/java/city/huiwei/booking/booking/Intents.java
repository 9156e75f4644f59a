package city.huiwei.booking.booking;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The first step of bookings, many in one statement: each is written and its nights are spent, or
 * neither.
 */
@Repository
class Intents {

  /**
   * The entitlement goes first: its row is locked, and the conditions are looked at again once
   * nobody else holds it. Only who has spent nights gets a booking. A row that was changed since
   * the statement began ("seen" sees only what was there then) is left alone: whoever changed it
   * may have used the same key, and a booking must not fail afterwards and take everybody's with
   * it.
   */
  static final String WRITE =
      """
      with today as materialized (select (now() at time zone 'Asia/Shanghai')::date today),
      asked as materialized (
        select a.*, daterange(first, last) period
        from unnest(:bookings::uuid[], :references::text[], :accounts::uuid[], :keys::text[],
            :programmes::text[], :pools::text[], :sites::text[], :operators::text[],
            :firsts::date[], :lasts::date[], :judged::date[])
          a (booking, reference, account, key, programme, pool, site, operator, first, last, judged)
        where judged = (select today from today)
          and (select true from booking b
            where b.account = a.account and b.idempotency_key = a.key) is null
          and (select true from closed_period c
            where c.pool = a.pool and c.period && daterange(first, last)
              and (open_from is null or open_from > now()) limit 1) is null),
      spent as (
        insert into entitlement as e (account, programme, granted, spent, stays)
        select account, programme, :granted, last - first, datemultirange(period)
        from asked where last - first <= :granted
        on conflict (account, programme) do update
          set spent = e.spent + excluded.spent, stays = e.stays + excluded.stays
          where e.spent + excluded.spent <= e.granted and not e.stays && excluded.stays
            and exists (select from entitlement seen where seen.ctid = e.ctid)
        returning account, programme),
      written as (
        insert into booking (booking, reference, account, idempotency_key, programme, pool, site,
          operator, asked, period, status)
        select booking, reference, account, key, programme, pool, site, operator, period, period,
          'REQUESTED'
        from asked join spent using (account, programme)
        returning booking, account, period),
      traced as (
        insert into booking_change (booking, status, period, actor)
        select booking, 'REQUESTED', period, account::text from written)
      select today, array(select booking from written) written from today
      """;

  private final DatabaseClient database;
  private final String write;

  @Autowired
  Intents(DatabaseClient database) {
    this(database, WRITE);
  }

  /** With another statement, so that a test can take a condition away. */
  Intents(DatabaseClient database, String write) {
    this.database = database;
    this.write = write;
  }

  /**
   * An intent that the rules allow.
   *
   * @param judged the city's day of which the rules allow it
   */
  record Allowed(Intent intent, LocalDate judged) {}

  /**
   * What the table made of them.
   *
   * @param today the city's day by the database's clock
   * @param bookings the intents that were written. The others were judged of another day, had too
   *     few nights, overlapped, or had a key that was used
   */
  record Written(LocalDate today, Set<UUID> bookings) {}

  /**
   * @param many each of another account
   * @param granted nights of the entitlement, for people who have none written yet
   */
  Mono<Written> write(List<Allowed> many, int granted) {
    // In one order everywhere, so that two instances do not wait for each other in a circle.
    var rows = many.stream().sorted(Comparator.comparing(it -> it.intent().account())).toList();
    return database
        .sql(write)
        .bind("bookings", column(rows, Intent::id).toArray(UUID[]::new))
        .bind("references", texts(rows, Intent::reference))
        .bind("accounts", column(rows, Intent::account).toArray(UUID[]::new))
        .bind("keys", texts(rows, Intent::key))
        .bind("programmes", texts(rows, Intent::programme))
        .bind("pools", texts(rows, Intent::pool))
        .bind("sites", texts(rows, Intent::site))
        .bind("operators", texts(rows, Intent::operator))
        .bind("firsts", column(rows, it -> it.asked().from()).toArray(LocalDate[]::new))
        .bind("lasts", column(rows, it -> it.asked().to()).toArray(LocalDate[]::new))
        .bind("judged", rows.stream().map(Allowed::judged).toArray(LocalDate[]::new))
        .bind("granted", granted)
        .map(Intents::written)
        .one();
  }

  private static Written written(Readable row) {
    return new Written(
        requireNonNull(row.get("today", LocalDate.class)),
        Set.of(requireNonNull(row.get("written", UUID[].class))));
  }

  private static String[] texts(List<Allowed> rows, Function<Intent, String> value) {
    return column(rows, value).toArray(String[]::new);
  }

  private static <T> List<T> column(List<Allowed> rows, Function<Intent, T> value) {
    return rows.stream().map(row -> value.apply(row.intent())).toList();
  }
}
