package city.huiwei.inventory.stockfile;

import city.huiwei.inventory.sheet.SheetRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file below its header, telling of everything wrong in each. */
public final class RowReader {

  private final Header header;
  private final boolean mayEndEarly;
  private final Problems problems;
  private final List<Function<Row, Optional<RowRules.Finding>>> rules;

  private RowReader(
      Header header,
      boolean mayEndEarly,
      Problems problems,
      List<Function<Row, Optional<RowRules.Finding>>> rules) {
    this.header = header;
    this.mayEndEarly = mayEndEarly;
    this.problems = problems;
    this.rules = rules;
  }

  /**
   * A reader for the rows below this header; none when the header is wrong.
   *
   * @param mayEndEarly whether missing cells at a row's end are empty ones
   * @param problems where to tell what is wrong
   */
  public static Optional<RowReader> below(
      SheetRow first, StockFile file, StockRules settings, boolean mayEndEarly, Problems problems) {
    var header = Header.of(first, Columns.of(file, settings));
    header.problems().forEach(problems::add);
    return header.problems().isEmpty()
        ? Optional.of(new RowReader(header, mayEndEarly, problems, RowRules.of(file, settings)))
        : Optional.empty();
  }

  public Row read(SheetRow cells) {
    long before = problems.total();
    Map<String, Object> values = hasAllCells(cells) ? values(cells) : Map.of();
    var row = new Row(cells.number(), values, problems.total() == before);
    for (var rule : rules) {
      rule.apply(row).ifPresent(finding -> tell(row, finding, cells));
    }
    return new Row(cells.number(), values, problems.total() == before);
  }

  /** The header as in the file of a column's English name. */
  public String shown(String column) {
    return header.shown(column);
  }

  private boolean hasAllCells(SheetRow row) {
    int found = row.cells().size();
    while (found > header.width() && row.cells().get(found - 1).isBlank()) {
      found--;
    }
    if (found == header.width() || (found < header.width() && mayEndEarly)) {
      return true;
    }
    var facts = Map.<String, Object>of("expected", header.width(), "found", found);
    problems.add(new Problem(row.number(), null, null, Flaw.WRONG_COLUMN_COUNT.name(), facts));
    return false;
  }

  private Map<String, Object> values(SheetRow row) {
    var values = new HashMap<String, Object>(header.width() * 2);
    for (int i = 0; i < header.width(); i++) {
      var column = header.column(i);
      var cell = i < row.cells().size() ? row.cells().get(i).strip() : "";
      switch (read(column, cell, row.flaws().get(i))) {
        case Read.Value(var value) -> values.put(column.en(), value);
        case Read.Wrong(var flaw, var facts) -> tell(row, column.en(), cell, flaw, facts);
        case null -> {}
      }
    }
    return values;
  }

  private static @Nullable Read read(Column column, String cell, SheetRow.@Nullable Flaw flaw) {
    if (flaw != null) {
      return Read.wrong(flaw == SheetRow.Flaw.FORMULA ? Flaw.FORMULA : Flaw.DATE_CELL);
    }
    if (cell.isEmpty()) {
      return column.required() ? Read.wrong(Flaw.REQUIRED) : null;
    }
    return column.reading().apply(cell);
  }

  private void tell(Row row, RowRules.Finding finding, SheetRow cells) {
    var value = row.textOrNull(finding.column());
    tell(cells, finding.column(), value == null ? "" : value, finding.flaw(), finding.facts());
  }

  private void tell(
      SheetRow row, String column, String value, Flaw flaw, Map<String, Object> facts) {
    problems.add(new Problem(row.number(), header.shown(column), value, flaw.name(), facts));
  }
}
