package city.huiwei.inventory.hold;

import city.huiwei.inventory.seating.SeatingPlan;
import city.huiwei.inventory.seating.Stay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A pool with its units and everybody who has one, from a day on: what its planner remembers. */
final class Timeline {

  /** A unit by its code and by the number that stands for it in the table. */
  record Unit(String code, int number) {}

  private final String site;
  private final LaneMoment read;
  private final String[] codes;
  private final int[] numbers;
  private final SeatingPlan seating;
  private int stays;

  /**
   * @param read the moment at which it was read
   * @param units one at least, each once
   */
  Timeline(String site, LaneMoment read, List<Unit> units) {
    this.site = site;
    this.read = read;
    var sorted = units.stream().sorted(Comparator.comparing(Unit::code)).toList();
    this.codes = sorted.stream().map(Unit::code).toArray(String[]::new);
    this.numbers = sorted.stream().mapToInt(Unit::number).toArray();
    this.seating = new SeatingPlan(Arrays.asList(codes));
  }

  /** A stay that is there already. */
  void take(Stay stay) {
    seating.take(stay);
    stays++;
  }

  String site() {
    return site;
  }

  SeatingPlan seating() {
    return seating;
  }

  /** The number of a unit of this pool. */
  int number(String code) {
    return numbers[Arrays.binarySearch(codes, code)];
  }

  /** Whether its units are the stock's at that moment, and nobody who begun since may be moved. */
  boolean isOf(LaneMoment moment) {
    return moment.continues(read);
  }

  /** What it costs to remember, in units and stays. */
  int size() {
    return codes.length + stays;
  }

  /** Notes what became of holds, in any order and as often as one likes. */
  void note(List<HoldChange.Made> changes) {
    changes.forEach(change -> seating.giveBack(change.hold()));
    for (var change : changes) {
      var period = change.period();
      var unit = change.unit();
      if (period != null && unit != null) {
        take(new Stay(change.hold(), period, unit, change.pinned()));
      }
    }
  }

  /** What was planned before that mark of the seating is written; so many found a seat. */
  void keep(long mark, int seated) {
    seating.keep(mark);
    stays += seated;
  }
}
