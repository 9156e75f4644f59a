package city.huiwei.inventory.intake;

import city.huiwei.inventory.intake.StockTables.Found;
import city.huiwei.inventory.stockfile.StockFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be wrong with staged units in the light of the stock and of who has it. */
@Repository
class UnitChecks {

  /** "code" stands for the column of the row's own code, which differs from file to file. */
  private static final String PROBLEMS =
      """
      with wrong_site (site, code, facts) as (
        select n.site, 'UNKNOWN_SITE', jsonb_build_object()
        from named_site n where not exists (select from site where site.site = n.site)
        union all
        select site, 'FOREIGN_OPERATOR', '{}'
        from named_site join site using (site) where operator <> :operator::text
        union all
        select site, 'OTHER_PROGRAMME', jsonb_build_object('programme', programme)
        from named_site join site using (site) where programme <> :programme),
      problem (row, field, value, code, facts) as (
        select distinct s.row, 'site', w.site, w.code, w.facts
        from wrong_site w join staged_unit s using (site)
        union all
        select distinct s.row, 'code', s.code, 'DUPLICATE_CODE', jsonb_build_object('first', d.first)
        from staged_unit s
        join (select code, min(row) first from staged_unit group by code having min(row) < max(row)) d
          on d.code = s.code and d.first < s.row
        union all
        select s.row, 'code', min(s.unit), 'UNIT_ELSEWHERE', '{}'
        from staged_unit s join unit u using (unit) where u.site <> s.site
        group by s.row
        union all
        select s.row, 'code', min(s.unit), 'UNIT_HELD', jsonb_build_object('pool', min(u.pool))
        from staged_unit s join unit u using (site, unit)
        where u.pool <> s.pool and is_held(u.site, u.unit)
        group by s.row)
      """;

  /**
   * Waits for everybody who is taking units; who comes after them locks the units that he takes.
   */
  private static final String LET_NOBODY_PASS =
      """
      select pg_advisory_xact_lock(hashtext('units go'))
      from (
        -- Counted, not looked for: to find one soon, every unit would be sought among all rows.
        select count(*) going from unit u
        join named_site using (site)
        left join staged_unit s using (site, unit)
        where s.unit is null or s.pool <> u.pool) counted
      where going > 0
      """;

  /**
   * Whoever takes one of these units now waits for us, and who was faster made us wait: so the
   * statements after this one see every hold that could be in the way.
   */
  private static final String LOCK_THOSE_THAT_GO_OR_MOVE =
      """
      select count(*) from (
        select from unit u
        join named_site using (site)
        left join staged_unit s using (site, unit)
        where s.unit is null or s.pool <> u.pool
        order by u.site, u.unit
        for update of u) going
      """;

  private final DatabaseClient database;
  private final Findings findings;

  UnitChecks(DatabaseClient database, Findings findings) {
    this.database = database;
    this.findings = findings;
  }

  Mono<Found> problems(StockFile file, @Nullable String operator) {
    var values =
        Map.of(
            "operator", Parameter.fromOrEmpty(operator, String.class),
            "programme", Parameter.from(file.programme().orElseThrow()));
    return Flux.just(LET_NOBODY_PASS, LOCK_THOSE_THAT_GO_OR_MOVE)
        .concatMap(statement -> database.sql(statement).fetch().rowsUpdated())
        .then(findings.in(PROBLEMS, values));
  }
}
