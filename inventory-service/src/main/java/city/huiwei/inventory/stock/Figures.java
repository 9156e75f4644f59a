package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts over all tables of stock. */
@Repository
class Figures {

  private final DatabaseClient database;

  Figures(DatabaseClient database) {
    this.database = database;
  }

  Mono<StockFigures> now() {
    return kinds()
        .flatMap(kinds ->
            database
                .sql(
                    """
                    select (select count(*) from operator) operators, (select count(*) from site) sites,
                      (select count(*) from pool) pools,
                      (select max(ended_at) from import where state = 'DONE') imported_at
                    """)
                .map(row -> figures(row, kinds))
                .one());
  }

  private Mono<Map<String, Long>> kinds() {
    return database
        .sql(
            """
            select p.kind, count(*) units from unit u join pool p using (site, pool) group by p.kind
            """)
        .map(row ->
            Map.entry(
                requireNonNull(row.get("kind", String.class)),
                requireNonNull(row.get("units", Long.class))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static StockFigures figures(Readable row, Map<String, Long> kinds) {
    return new StockFigures(
        count(row, "operators"),
        count(row, "sites"),
        count(row, "pools"),
        kinds.values().stream().mapToLong(Long::longValue).sum(),
        kinds,
        row.get("imported_at", Instant.class));
  }

  private static long count(Readable row, String column) {
    return requireNonNull(row.get(column, Long.class));
  }
}
