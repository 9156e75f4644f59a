package city.huiwei.inventory.intake;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.intake.Report.Counts;
import city.huiwei.inventory.intake.Report.Kept;
import city.huiwei.inventory.stockfile.Row;
import city.huiwei.inventory.stockfile.StockFile;
import city.huiwei.inventory.stockfile.Unit;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables {@code unit} and {@code pool}. A file is the whole stock of the sites that it names:
 * what it leaves out there goes, unless somebody has it.
 */
@Component
final class Units implements StockTables {

  private static final String COUNT =
      """
      select count(*) filter (where u.unit is null) added,
        count(*) filter (where u.unit is not null and not same) changed,
        count(*) filter (where u.unit is not null and same) unchanged
      from staged_unit s
      left join unit u using (site, unit)
      left join pool p on (p.site, p.pool) = (s.site, s.pool)
      cross join lateral (
        select (u.pool, u.features, p.kind, p.features)
          is not distinct from (s.pool, s.features, s.kind, s.pool_features) same) compared
      """;

  private static final String WRITE_POOLS =
      """
      insert into pool (site, pool, kind, features)
      select distinct on (site, pool) site, pool, kind, pool_features from staged_unit
      on conflict (site, pool) do update set kind = excluded.kind, features = excluded.features
        where (pool.kind, pool.features) is distinct from (excluded.kind, excluded.features)
      """;

  private static final String CHANGE_UNITS =
      """
      update unit u set pool = s.pool, features = s.features
      from staged_unit s
      where (u.site, u.unit) = (s.site, s.unit)
        and (u.pool, u.features) is distinct from (s.pool, s.features)
      """;

  private static final String ADD_UNITS =
      """
      insert into unit (site, unit, pool, features)
      select s.site, s.unit, s.pool, s.features from staged_unit s
      where not exists (select from unit u where (u.site, u.unit) = (s.site, s.unit))
      order by s.site, s.unit
      """;

  private static final String REMOVE_UNITS =
      """
      delete from unit u using named_site n
      where n.site = u.site
        and not exists (select from staged_unit s where (s.site, s.unit) = (u.site, u.unit))
        and not is_held(u.site, u.unit)
      """;

  /** Who sends a file says that this is the stock. */
  private static final String REPORT =
      """
      insert into site_report (site) select site from named_site
      on conflict (site) do update set reported_at = now(), actor = null
      """;

  private static final String REMOVE_EMPTY_POOLS =
      """
      delete from pool p using named_site n
      where n.site = p.site
        and not exists (select from unit u where (u.site, u.pool) = (p.site, p.pool))
      """;

  private static final String KEPT =
      """
      select u.unit, u.site, nullif(max(coalesce(upper(h.period), 'infinity')), 'infinity') until,
        count(*) over () in_all
      from unit u
      join named_site n using (site)
      left join hold h on (h.site, h.unit) = (u.site, u.unit) and h.state in ('TIMED', 'FIRM')
      where not exists (select from staged_unit s where (s.site, s.unit) = (u.site, u.unit))
      group by u.site, u.unit
      order by u.site, u.unit limit
      """
          + Findings.SHOWN;

  private final DatabaseClient database;
  private final UnitChecks checks;
  private final Findings findings;
  private final JsonMapper json;

  Units(DatabaseClient database, UnitChecks checks, Findings findings, JsonMapper json) {
    this.database = database;
    this.checks = checks;
    this.findings = findings;
    this.json = json;
  }

  @Override
  public boolean holds(StockFile file) {
    return file.programme().isPresent();
  }

  @Override
  public String create() {
    return """
    create temporary table staged_unit (
      row int not null, code text, site text, unit text, pool text, kind text,
      pool_features jsonb, features jsonb
    ) on commit drop
    """;
  }

  @Override
  public String copy() {
    return "copy staged_unit from stdin";
  }

  @Override
  public void stage(StockFile file, Row row, CopyText text) {
    var code = row.textOrNull(file.codeColumn());
    if (!row.isSound()) {
      text.row(row.number(), code, row.textOrNull("site"), null, null, null, null, null);
      return;
    }
    for (var unit : Unit.of(file, row)) {
      text.row(
          row.number(),
          code,
          unit.site(),
          unit.unit(),
          unit.pool(),
          unit.kind(),
          json.writeValueAsString(unit.poolFeatures()),
          json.writeValueAsString(unit.features()));
    }
  }

  @Override
  public String prepare() {
    return """
    create temporary table named_site on commit drop as
      select distinct site from staged_unit where site is not null;
    analyze staged_unit;
    analyze named_site
    """;
  }

  @Override
  public Mono<Found> problems(StockFile file, @Nullable String operator) {
    return checks.problems(file, operator);
  }

  @Override
  public Mono<Outcome> takeOver(StockFile file) {
    return findings.written(COUNT).flatMap(counted -> write(counted.counts()));
  }

  private Mono<Outcome> write(Counts counted) {
    return Flux.just(WRITE_POOLS, CHANGE_UNITS, ADD_UNITS, REPORT)
        .concatMap(this::execute)
        .then(execute(REMOVE_UNITS))
        .map(counted::andRemoved)
        .flatMap(counts -> execute(REMOVE_EMPTY_POOLS).then(refreshed(counts)).then(kept(counts)));
  }

  /**
   * Bookings begin the moment we commit, and cannot wait until the statistics come by themselves.
   */
  private Mono<Long> refreshed(Counts counts) {
    return counts.isNothing() ? Mono.just(0L) : execute("analyze pool, unit");
  }

  private Mono<Outcome> kept(Counts counts) {
    return database
        .sql(KEPT)
        .map(row ->
            Map.entry(
                new Kept(
                    requireNonNull(row.get("unit", String.class)),
                    requireNonNull(row.get("site", String.class)),
                    row.get("until", LocalDate.class)),
                requireNonNull(row.get("in_all", Long.class))))
        .all()
        .collectList()
        .map(kept ->
            new Outcome(
                counts,
                kept.stream().map(Map.Entry::getKey).toList(),
                kept.isEmpty() ? 0 : kept.getFirst().getValue()));
  }

  private Mono<Long> execute(String statement) {
    return database.sql(statement).fetch().rowsUpdated();
  }
}
