package city.huiwei.inventory.intake;

import city.huiwei.inventory.stockfile.Row;
import city.huiwei.inventory.stockfile.StockFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A table that stock files fill. Everything here happens in one transaction. */
sealed interface StockTables permits Operators, Sites, Units {

  boolean holds(StockFile file);

  /** Statements that make the staging table. */
  String create();

  /** The COPY statement that fills it. */
  String copy();

  /** Writes the lines of a row for it. */
  void stage(StockFile file, Row row, CopyText text);

  /** Statements that make it fit for questions once it is full. */
  String prepare();

  /**
   * What is wrong with the staged rows in the light of the stock.
   *
   * @param operator whose stock may be changed; all when absent
   */
  Mono<Found> problems(StockFile file, @Nullable String operator);

  /** Makes the stock what the staged rows say. */
  Mono<Outcome> takeOver(StockFile file);

  /** The first problems, and how many there are in all. */
  record Found(List<Finding> first, long inAll) {}

  /**
   * A problem of a row.
   *
   * @param column its English name
   */
  record Finding(
      int row,
      String column,
      @Nullable String value,
      String code,
      java.util.Map<String, Object> facts) {}

  /** What was done. */
  record Outcome(Report.Counts counts, List<Report.Kept> kept, long keptInAll) {

    static Outcome of(Report.Counts counts) {
      return new Outcome(counts, List.of(), 0);
    }
  }
}
