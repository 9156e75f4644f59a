package city.huiwei.booking.estimate;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people were told of their waiting time when they first asked, beside what came true. */
@Repository
class ToldWaits {

  private final DatabaseClient database;

  ToldWaits(DatabaseClient database) {
    this.database = database;
  }

  /** The first that somebody is told stays. */
  Mono<Void> add(UUID application, String programme, Estimate.Interval told) {
    return database
        .sql(
            """
            insert into told_wait (application, programme, p10_days, p50_days, p90_days, horizon_days)
            values (:application, :programme, :p10, :p50, :p90, :horizon)
            on conflict do nothing
            """)
        .bind("application", application)
        .bind("programme", programme)
        .bind("p10", told.p10Days())
        .bind("p50", told.p50Days())
        .bind("p90", told.p90Days())
        .bind("horizon", told.horizonDays())
        .then();
  }

  /**
   * Nobody is left out because they still wait: only those count whose interval is over, and of
   * them all but those who gave up. An offer within the last three years counts.
   */
  Flux<Calibration> calibrations() {
    return database
        .sql(
            """
            select programme, count(*) told, count(*) filter (where is_due) due,
              count(*) filter (where is_due and days < p10_days) earlier,
              count(*) filter (where is_due and days between p10_days and p90_days) as within,
              count(*) filter (where is_due and (days is null or days > p90_days)) later
            from (
              select t.programme, p10_days, p90_days, offered.days,
                t.told_at + p90_days * interval '1 day' <= now()
                  and (days is not null or state not in ('WITHDRAWN', 'INELIGIBLE')) is_due
              from told_wait t
              join application a using (application)
              cross join lateral (
                select floor(extract(epoch from min(o.created_at) - t.told_at) / 86400)::int days
                from offer o
                where o.application = t.application and o.state <> 'FAILED'
                  and o.created_at >= t.told_at) offered
              where t.told_at > now() - interval '3 years') each
            group by programme order by programme
            """)
        .map(ToldWaits::calibration)
        .all();
  }

  private static Calibration calibration(Readable row) {
    return new Calibration(
        requireNonNull(row.get("programme", String.class)),
        number(row, "told"),
        number(row, "due"),
        number(row, "earlier"),
        number(row, "within"),
        number(row, "later"));
  }

  private static long number(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }
}
