package city.huiwei.inventory.intake;

import city.huiwei.inventory.stockfile.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file, as facts. A class of ten places counts as ten units.
 *
 * @param rows of the file, without its header
 * @param kept units that the file no longer names but somebody has, the first of {@code keptInAll}
 * @param problems the first of {@code problemsInAll}; with any, nothing was taken over
 */
record Report(
    long rows,
    Counts counts,
    List<Kept> kept,
    long keptInAll,
    List<Problem> problems,
    long problemsInAll) {

  /** What happened to operators, sites or units. */
  record Counts(long added, long changed, long unchanged, long removed) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts andRemoved(long count) {
      return new Counts(added, changed, unchanged, count);
    }

    boolean isNothing() {
      return added + changed + removed == 0;
    }
  }

  /**
   * A unit that stays although the file no longer names it.
   *
   * @param until the day from which nobody has it; open when absent
   */
  record Kept(String unit, String site, @Nullable LocalDate until) {}

  boolean isRefusal() {
    return problemsInAll > 0;
  }
}
