package city.huiwei.inventory.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A CSV file; its separator is the commonest of comma, semicolon and tab in its first line. */
final class CsvSheet implements Sheet {

  private static final int MOST_FIELDS = 256;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private int number;
  private @Nullable SheetRow next;

  private CsvSheet(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    this.records = reader.iterator();
  }

  static CsvSheet open(Path file) throws IOException {
    var encoding = Encoding.of(file);
    char separator;
    try (var text = text(file, encoding)) {
      separator = separator(text.readLine());
    }
    var limits =
        CsvRecordHandler.builder()
            .maxFields(MOST_FIELDS)
            .maxFieldSize(TextLines.LONGEST)
            .maxRecordSize(TextLines.LONGEST)
            .build();
    return new CsvSheet(
        CsvReader.builder()
            .fieldSeparator(separator)
            // Blank lines are counted, as they are by whoever looks at the file.
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .allowUnclosedQuote(false)
            .maxBufferSize(TextLines.LONGEST * 2)
            .build(limits, text(file, encoding)));
  }

  @Override
  public boolean hasNext() {
    while (next == null && step()) {
      var record = records.next();
      var row = new SheetRow(++number, record.getFields(), Map.of());
      next = row.isBlank() ? null : row;
    }
    return next != null;
  }

  private boolean step() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException broken) {
      throw new UnreadableFile(UnreadableFile.Why.BROKEN_CSV, Map.of("line", number + 1));
    }
  }

  @Override
  public SheetRow next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var row = next;
    next = null;
    return row;
  }

  @Override
  public boolean mayEndEarly() {
    return false;
  }

  @Override
  public void close() throws IOException {
    records.close();
    reader.close();
  }

  /** Decoding is strict: what was found readable before cannot fail, unless the file changed. */
  private static BufferedReader text(Path file, Charset encoding) throws IOException {
    var text =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), encoding.newDecoder()), 1 << 16);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private static char separator(@Nullable String header) {
    char commonest = ',';
    for (char candidate : new char[] {';', '\t'}) {
      commonest = count(header, candidate) > count(header, commonest) ? candidate : commonest;
    }
    return commonest;
  }

  private static long count(@Nullable String text, char wanted) {
    return text == null ? 0 : text.chars().filter(found -> found == wanted).count();
  }
}
