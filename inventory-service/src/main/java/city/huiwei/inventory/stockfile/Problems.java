package city.huiwei.inventory.stockfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first problems of a file and how many there are in all; a bad file has as many as rows. */
public final class Problems {

  static final int SHOWN = 200;

  private static final Comparator<Problem> BY_ROW =
      Comparator.comparing(Problem::row, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final List<Problem> first = new ArrayList<>();
  private long total;

  public void add(Problem problem) {
    total++;
    if (first.size() < SHOWN) {
      first.add(problem);
    }
  }

  /** Takes in what another look at the same rows found: its first ones, and how many in all. */
  public void addAll(List<Problem> found, long foundInAll) {
    total += foundInAll;
    first.addAll(found);
    first.sort(BY_ROW);
    first.subList(Math.min(first.size(), SHOWN), first.size()).clear();
  }

  public List<Problem> first() {
    return List.copyOf(first);
  }

  public long total() {
    return total;
  }
}
