package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.contract.SiteReport;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code site_report}. */
@Repository
class SiteReports {

  private final DatabaseClient database;
  private final StockSettings settings;

  SiteReports(DatabaseClient database, StockSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** What was too old is offered again, so whoever remembers the stock hears of it. */
  Mono<SiteReport> unchanged(String actor, String operator, String site) {
    return database
        .sql(
            """
            with theirs as (
              select s.site, coalesce(r.reported_at < now() - :stale * interval '1 second', false) was_stale
              from site s left join site_report r using (site)
              where s.site = :site and s.operator = :operator),
            reported as (
              insert into site_report (site, reported_at, actor)
              select site, now(), :actor from theirs
              on conflict (site) do update set reported_at = excluded.reported_at, actor = excluded.actor
              returning site, reported_at),
            raised as (
              update stock set version = version + 1 where exists (select from theirs where was_stale))
            select site, reported_at from reported
            """)
        .bind("stale", settings.staleAfter().toSeconds())
        .bind("site", site)
        .bind("operator", operator)
        .bind("actor", actor)
        .map(row ->
            new SiteReport(
                requireNonNull(row.get("site", String.class)),
                requireNonNull(row.get("reported_at", Instant.class))))
        .one();
  }
}
