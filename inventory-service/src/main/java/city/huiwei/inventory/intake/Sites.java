package city.huiwei.inventory.intake;

import city.huiwei.inventory.stockfile.Row;
import city.huiwei.inventory.stockfile.StockFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code site}; no import removes anything from it. */
@Component
final class Sites implements StockTables {

  private static final String PROBLEMS =
      """
      with problem (row, field, value, code, facts) as (
        select s.row, 'site', s.site, 'DUPLICATE_CODE', jsonb_build_object('first', d.first)
        from staged_site s
        join (select site, min(row) first from staged_site group by site) d
          on d.site = s.site and d.first < s.row
        union all
        select s.row, 'operator', s.operator, 'UNKNOWN_OPERATOR', '{}'
        from staged_site s
        where s.operator is not null and not exists (select from operator o where o.operator = s.operator)
        union all
        select s.row, 'operator', s.operator, 'FOREIGN_OPERATOR', '{}'
        from staged_site s left join site t using (site)
        where s.operator <> :operator::text or t.operator <> :operator::text
        union all
        select s.row, 'programme', s.programme, 'OTHER_PROGRAMME',
          jsonb_build_object('programme', o.programme)
        from staged_site s join operator o using (operator)
        where o.programme <> s.programme
        union all
        select s.row, 'programme', s.programme, 'PROGRAMME_IN_USE', '{}'
        from staged_site s join site t using (site)
        where t.programme <> s.programme and exists (select from pool p where p.site = s.site))
      """;

  private static final String TAKE_OVER =
      """
      with written as (
        insert into site (site, operator, programme, name_zh, name_en, district, address,
          latitude, longitude, telephone)
        select site, operator, programme, name_zh, name_en, district, address,
          latitude, longitude, telephone
        from staged_site
        on conflict (site) do update
          set operator = excluded.operator, programme = excluded.programme,
            name_zh = excluded.name_zh, name_en = excluded.name_en, district = excluded.district,
            address = excluded.address, latitude = excluded.latitude,
            longitude = excluded.longitude, telephone = excluded.telephone
          where (site.*) is distinct from (excluded.*)
        returning old.site is null is_new)
      select count(*) filter (where is_new) added, count(*) filter (where not is_new) changed,
        (select count(*) from staged_site) - count(*) unchanged
      from written
      """;

  private final Findings findings;

  Sites(Findings findings) {
    this.findings = findings;
  }

  @Override
  public boolean holds(StockFile file) {
    return file == StockFile.SITES;
  }

  @Override
  public String create() {
    return """
    create temporary table staged_site (
      row int not null, site text, operator text, programme text, name_zh text, name_en text,
      district text, address text, latitude numeric(8, 5), longitude numeric(8, 5), telephone text
    ) on commit drop
    """;
  }

  @Override
  public String copy() {
    return "copy staged_site from stdin";
  }

  @Override
  public void stage(StockFile file, Row row, CopyText text) {
    text.row(
        row.number(),
        row.textOrNull("site"),
        row.textOrNull("operator"),
        row.textOrNull("programme"),
        row.textOrNull("name_zh"),
        row.textOrNull("name_en"),
        row.textOrNull("district"),
        row.textOrNull("address"),
        row.textOrNull("latitude"),
        row.textOrNull("longitude"),
        row.textOrNull("telephone"));
  }

  @Override
  public String prepare() {
    return "analyze staged_site";
  }

  @Override
  public Mono<Found> problems(StockFile file, @Nullable String operator) {
    return findings.in(PROBLEMS, Map.of("operator", Parameter.fromOrEmpty(operator, String.class)));
  }

  @Override
  public Mono<Outcome> takeOver(StockFile file) {
    return findings.written(TAKE_OVER);
  }
}
