package city.huiwei.inventory.intake;

import city.huiwei.inventory.stockfile.Row;
import city.huiwei.inventory.stockfile.StockFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code operator}; no import removes anything from it. */
@Component
final class Operators implements StockTables {

  private static final String PROBLEMS =
      """
      with problem (row, field, value, code, facts) as (
        select s.row, 'operator', s.operator, 'DUPLICATE_CODE', jsonb_build_object('first', d.first)
        from staged_operator s
        join (select operator, min(row) first from staged_operator group by operator) d
          on d.operator = s.operator and d.first < s.row
        union all
        select row, 'operator', operator, 'FOREIGN_OPERATOR', '{}'
        from staged_operator where operator <> :operator::text
        union all
        select row, 'programme', programme, 'PROGRAMME_IN_USE', '{}'
        from staged_operator s
        where exists (
          select from site where site.operator = s.operator and site.programme <> s.programme))
      """;

  private static final String TAKE_OVER =
      """
      with written as (
        insert into operator (operator, name_zh, name_en, programme)
        select operator, name_zh, name_en, programme from staged_operator
        on conflict (operator) do update
          set name_zh = excluded.name_zh, name_en = excluded.name_en, programme = excluded.programme
          where (operator.name_zh, operator.name_en, operator.programme)
            is distinct from (excluded.name_zh, excluded.name_en, excluded.programme)
        returning old.operator is null is_new)
      select count(*) filter (where is_new) added, count(*) filter (where not is_new) changed,
        (select count(*) from staged_operator) - count(*) unchanged
      from written
      """;

  private final Findings findings;

  Operators(Findings findings) {
    this.findings = findings;
  }

  @Override
  public boolean holds(StockFile file) {
    return file == StockFile.OPERATORS;
  }

  @Override
  public String create() {
    return """
    create temporary table staged_operator (
      row int not null, operator text, name_zh text, name_en text, programme text
    ) on commit drop
    """;
  }

  @Override
  public String copy() {
    return "copy staged_operator from stdin";
  }

  @Override
  public void stage(StockFile file, Row row, CopyText text) {
    text.row(
        row.number(),
        row.textOrNull("operator"),
        row.textOrNull("name_zh"),
        row.textOrNull("name_en"),
        row.textOrNull("programme"));
  }

  @Override
  public String prepare() {
    return "analyze staged_operator";
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
