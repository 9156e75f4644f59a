package city.huiwei.booking.place;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.programme.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Nights of pools that nobody books at once: a batch has them, or somebody gave them back and those
 * who wait are asked first. Whoever writes an intent looks at this table in the same statement.
 */
@Repository
public class ClosedPeriods {

  private static final int MOST = 10_000;

  private final DatabaseClient database;

  ClosedPeriods(DatabaseClient database) {
    this.database = database;
  }

  /** Those that are closed now; at most ten thousand. */
  Flux<ClosedPeriod> now() {
    return database
        .sql(
            """
            select pool, lower(period) first, upper(period) last from closed_period
            where (open_from is null or open_from > now())
              and upper(period) > (now() at time zone 'Asia/Shanghai')::date
            limit :most
            """)
        .bind("most", MOST)
        .map(row ->
            new ClosedPeriod(
                requireNonNull(row.get("pool", String.class)),
                requireNonNull(row.get("first", LocalDate.class)),
                requireNonNull(row.get("last", LocalDate.class))))
        .all();
  }

  /** Whether some night of a stay is closed now. */
  public Mono<Boolean> isClosed(String pool, Wish stay) {
    return database
        .sql(
            """
            select exists (select from closed_period
              where pool = :pool and period && daterange(:first, :last)
                and (open_from is null or open_from > now()))
            """)
        .bind("pool", pool)
        .bind("first", stay.from())
        .bind("last", stay.to())
        .mapValue(Boolean.class)
        .one();
  }

  /**
   * Closes what a batch releases. Said twice it is said once.
   *
   * @return the pools of which another batch has some of these nights already
   */
  public Flux<String> close(UUID batch) {
    return database
        .sql(
            """
            with closed as (
              insert into closed_period (closed_period, pool, period, batch)
              select gen_random_uuid(), pool, period, batch from batch_part p
              where batch = :batch and not exists (select from closed_period c
                where c.batch = p.batch and c.pool = p.pool and c.open_from is null)
              on conflict do nothing returning pool)
            select pool from batch_part p
            where batch = :batch and pool not in (select pool from closed)
              and not exists (select from closed_period c
                where c.batch = p.batch and c.pool = p.pool and c.open_from is null)
            """)
        .bind("batch", batch)
        .mapValue(String.class)
        .all();
  }

  /** As if they had never been closed: of a batch that is not released after all. */
  public Mono<Void> reopen(UUID batch) {
    return database
        .sql(
            """
            delete from closed_period c using batch b
            where c.batch = :batch and b.batch = c.batch and b.state in ('DRAFT', 'DISCARDED')
            """)
        .bind("batch", batch)
        .then();
  }

  /** Opens what a batch has left over at a moment within that time that nobody can guess. */
  public Mono<Void> openSometime(UUID batch, Duration within) {
    return database
        .sql(
            """
            update closed_period
            set open_from = now() + random() * make_interval(secs => :within)
            where batch = :batch and open_from is null
            """)
        .bind("batch", batch)
        .bind("within", (double) within.toSeconds())
        .then();
  }
}
