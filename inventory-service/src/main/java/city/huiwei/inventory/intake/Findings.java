package city.huiwei.inventory.intake;

import static java.util.Objects.requireNonNull;

import city.huiwei.inventory.intake.Report.Counts;
import city.huiwei.inventory.intake.StockTables.Finding;
import city.huiwei.inventory.intake.StockTables.Found;
import city.huiwei.inventory.intake.StockTables.Outcome;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What questions to staging tables and changes from them find. */
@Repository
class Findings {

  static final int SHOWN = 200;

  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  Findings(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * @param problems ends with a common table expression {@code problem (row, field, value, code,
   *     facts)}
   * @param values by name, what is bound in it
   */
  Mono<Found> in(String problems, Map<String, Parameter> values) {
    return database
        .sql(
            problems
                + """
                select row, field, value, code, facts, count(*) over () in_all
                from problem order by row, code limit
                """
                + SHOWN)
        .bindValues(values)
        .map(row -> Map.entry(finding(row), requireNonNull(row.get("in_all", Long.class))))
        .all()
        .collectList()
        .map(found ->
            new Found(
                found.stream().map(Map.Entry::getKey).toList(),
                found.isEmpty() ? 0 : found.getFirst().getValue()));
  }

  /** How many rows a statement of one row {@code added, changed, unchanged} wrote. */
  Mono<Outcome> written(String statement) {
    return database.sql(statement).map(row -> Outcome.of(counts(row))).one();
  }

  private static Counts counts(Readable row) {
    return new Counts(
        requireNonNull(row.get("added", Long.class)),
        requireNonNull(row.get("changed", Long.class)),
        requireNonNull(row.get("unchanged", Long.class)),
        0);
  }

  private Finding finding(Readable row) {
    return new Finding(
        requireNonNull(row.get("row", Integer.class)),
        requireNonNull(row.get("field", String.class)),
        row.get("value", String.class),
        requireNonNull(row.get("code", String.class)),
        json.readValue(requireNonNull(row.get("facts", Json.class)).asString(), FACTS));
  }
}
