package city.huiwei.inventory.stockfile;

import city.huiwei.inventory.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which cell of a row belongs to which column, by the first row of a file. */
final class Header {

  private final SheetRow row;
  private final List<Column> columns;
  private final List<@Nullable Column> order = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Header(SheetRow row, List<Column> columns) {
    this.row = row;
    this.columns = columns;
  }

  static Header of(SheetRow row, List<Column> columns) {
    var header = new Header(row, columns);
    header.readNames();
    header.findMissing();
    return header;
  }

  /** What is wrong with it; with any of these the rows cannot be read. */
  List<Problem> problems() {
    return problems;
  }

  int width() {
    return order.size();
  }

  Column column(int index) {
    var column = order.get(index);
    if (column == null) {
      throw new IllegalStateException("column " + index + " is unknown");
    }
    return column;
  }

  /** The header as in the file of a column's English name. */
  String shown(String en) {
    for (int i = 0; i < order.size(); i++) {
      var column = order.get(i);
      if (column != null && column.en().equals(en)) {
        return row.cells().get(i).strip();
      }
    }
    return en;
  }

  private void readNames() {
    int width = row.cells().size();
    // Spreadsheet programs leave separators at the end of every line where columns were deleted.
    while (width > 0 && row.cells().get(width - 1).isBlank()) {
      width--;
    }
    for (var name : row.cells().subList(0, width)) {
      var column = columns.stream().filter(known -> known.isCalled(name)).findFirst();
      if (column.isEmpty()) {
        problem(name, Flaw.UNKNOWN_COLUMN, Map.of());
      } else if (order.contains(column.get())) {
        problem(name, Flaw.DOUBLED_COLUMN, Map.of());
      }
      order.add(column.orElse(null));
    }
  }

  private void findMissing() {
    for (var column : columns) {
      if (!order.contains(column)) {
        problem(null, Flaw.MISSING_COLUMN, Map.of("en", column.en(), "zh", column.zh()));
      }
    }
  }

  private void problem(@Nullable String name, Flaw flaw, Map<String, Object> facts) {
    var shown = Optional.ofNullable(name).map(String::strip).orElse(null);
    problems.add(new Problem(row.number(), shown, shown, flaw.name(), facts));
  }
}
