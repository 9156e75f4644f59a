package city.huiwei.inventory.sheet;

import java.util.List;
import java.util.Map;

/**
 * A row as a person sees it.
 *
 * @param number the first row of the sheet is 1
 * @param cells what stands in it, as text; never null inside
 * @param flaws by the cell's index, what is in a cell that has no plain value
 */
public record SheetRow(int number, List<String> cells, Map<Integer, Flaw> flaws) {

  /** Why a cell has no plain value. */
  public enum Flaw {
    /** Computed by the spreadsheet program; the file may hold an old result. */
    FORMULA,
    /** A date, which is what spreadsheet programs make of entries such as "2-4". */
    DATE
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
