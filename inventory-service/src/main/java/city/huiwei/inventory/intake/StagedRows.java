package city.huiwei.inventory.intake;

import city.huiwei.inventory.sheet.Sheet;
import city.huiwei.inventory.sheet.UnreadableFile;
import city.huiwei.inventory.stockfile.Flaw;
import city.huiwei.inventory.stockfile.Problem;
import city.huiwei.inventory.stockfile.Problems;
import city.huiwei.inventory.stockfile.Row;
import city.huiwei.inventory.stockfile.RowReader;
import city.huiwei.inventory.stockfile.StockFile;
import city.huiwei.inventory.stockfile.StockRules;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file a piece at a time into rows for a staging table, noting everything wrong on the way.
 * Rows with problems are staged as far as they could be read: what is wrong with them in the light
 * of the stock is to be told too.
 */
final class StagedRows implements Closeable {

  private static final int PIECE = 1 << 20;

  private final Path path;
  private final StockFile file;
  private final StockRules rules;
  private final BiConsumer<Row, CopyText> staging;
  private final Problems problems = new Problems();
  private volatile long rows;
  private @Nullable Sheet sheet;
  private @Nullable RowReader reader;

  /**
   * @param staging writes a row's lines for the staging table
   */
  StagedRows(Path path, StockFile file, StockRules rules, BiConsumer<Row, CopyText> staging) {
    this.path = path;
    this.file = file;
    this.rules = rules;
    this.staging = staging;
  }

  /** The next piece for COPY; none when the file has been read, or cannot be read any further. */
  Optional<byte[]> next() throws IOException {
    try {
      var piece = new CopyText();
      while (piece.length() < PIECE && readRow(piece)) {}
      return piece.length() == 0 ? Optional.empty() : Optional.of(piece.bytes());
    } catch (UnreadableFile broken) {
      problems.add(Problem.ofFile(broken.why().name(), broken.facts()));
      return Optional.empty();
    }
  }

  Problems problems() {
    return problems;
  }

  /** Read so far, without the header. */
  long rows() {
    return rows;
  }

  /** The header as in the file of a column's English name. */
  String shown(String column) {
    return reader == null ? column : reader.shown(column);
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.close();
    }
  }

  private boolean readRow(CopyText piece) throws IOException {
    if (sheet == null) {
      sheet = Sheet.open(path);
      reader = header(sheet);
    }
    if (reader == null || !sheet.hasNext()) {
      noteIfEmpty();
      return false;
    }
    staging.accept(reader.read(sheet.next()), piece);
    rows++;
    return true;
  }

  private @Nullable RowReader header(Sheet open) {
    return open.hasNext()
        ? RowReader.below(open.next(), file, rules, open.mayEndEarly(), problems).orElse(null)
        : null;
  }

  private void noteIfEmpty() {
    if (rows == 0 && problems.total() == 0) {
      problems.add(Problem.ofFile(Flaw.EMPTY_FILE.name(), Map.of()));
    }
  }
}
