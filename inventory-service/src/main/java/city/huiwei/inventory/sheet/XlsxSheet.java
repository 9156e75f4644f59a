package city.huiwei.inventory.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file. */
final class XlsxSheet implements Sheet {

  private static final String STYLES = "xl/styles.xml";
  // Spreadsheet programs keep 15 digits; the 16th and 17th are noise of the binary number.
  private static final MathContext AS_SHOWN = new MathContext(15);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
  private static final Pattern QUOTED_PART = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern DATE_PART = Pattern.compile("[dmyhs]|上午|年|月|日");

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private @Nullable SheetRow next;

  private XlsxSheet(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.stream = workbook.getFirstSheet().openStream();
    this.rows = stream.iterator();
  }

  static XlsxSheet open(Path file) {
    return translated(() -> {
      try {
        var parts = XlsxLimits.check(file);
        // A workbook without styles is a sound one; asked for formats, the library refuses it.
        var options = new ReadingOptions(parts.contains(STYLES), true);
        return new XlsxSheet(new ReadableWorkbook(file.toFile(), options));
      } catch (IOException | XMLStreamException damaged) {
        throw broken();
      }
    });
  }

  @Override
  public boolean hasNext() {
    while (next == null && translated(rows::hasNext)) {
      var row = translated(() -> sheetRow(rows.next()));
      next = row.isBlank() ? null : row;
    }
    return next != null;
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
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }

  private static SheetRow sheetRow(Row row) {
    var cells = new ArrayList<String>(row.getCellCount());
    var flaws = new HashMap<Integer, SheetRow.Flaw>(0);
    for (int i = 0; i < row.getCellCount(); i++) {
      var cell = row.getOptionalCell(i).orElse(null);
      cells.add(cell == null ? "" : text(cell));
      if (cell != null && isFormula(cell)) {
        flaws.put(i, SheetRow.Flaw.FORMULA);
      } else if (cell != null && isDate(cell)) {
        flaws.put(i, SheetRow.Flaw.DATE);
      }
    }
    return new SheetRow(row.getRowNum(), cells, flaws);
  }

  private static String text(Cell cell) {
    if (isFormula(cell)) {
      return "=" + cell.getFormula();
    }
    if (isDate(cell)) {
      // Beyond the year 9999 there are no dates, whatever the cell's format says.
      return cell.asNumber().compareTo(LAST_DAY) > 0 || cell.asNumber().signum() < 0
          ? shown(cell.asNumber())
          : cell.asDate().toLocalDate().toString();
    }
    if (cell.getType() == CellType.NUMBER) {
      return shown(cell.asNumber());
    }
    var text = cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getText();
    return text == null ? "" : text;
  }

  private static String shown(BigDecimal number) {
    var rounded = number.round(AS_SHOWN).stripTrailingZeros();
    // A plain string of 1E999999999 would fill the memory.
    return Math.abs((long) rounded.scale()) > 30 ? rounded.toString() : rounded.toPlainString();
  }

  private static boolean isFormula(Cell cell) {
    return cell.getFormula() != null && !cell.getFormula().isEmpty();
  }

  private static boolean isDate(Cell cell) {
    var format = cell.getDataFormatString();
    return cell.getType() == CellType.NUMBER
        && format != null
        && !format.equalsIgnoreCase("General")
        && DATE_PART.matcher(QUOTED_PART.matcher(format).replaceAll("")).find();
  }

  /** The libraries say with many kinds of exceptions that a file is damaged. */
  private static <T> T translated(Supplier<T> step) {
    try {
      return step.get();
    } catch (UnreadableFile known) {
      throw known;
    } catch (RuntimeException damaged) {
      throw broken();
    }
  }

  private static UnreadableFile broken() {
    return new UnreadableFile(UnreadableFile.Why.BROKEN_SPREADSHEET, Map.of());
  }
}
