package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The units of one pool and the periods in which each is taken; a unit's periods never overlap. It
 * is a working copy of one planner and changes as the plan grows. It moves nobody: {@link
 * SeatingPlan} does.
 */
public final class Timeline {

  private final String[] units;
  private final Chart chart;
  private long known;

  public Timeline(Collection<String> units) {
    this.units = units.stream().sorted().distinct().toArray(String[]::new);
    this.chart = new Chart(this.units.length);
  }

  /**
   * Notes a period that is taken; a unit that left the stock but is still held is not offered. A
   * night taken twice is an {@link IllegalArgumentException}.
   */
  public void take(String unit, Period period) {
    var place = Arrays.binarySearch(units, unit);
    if (place >= 0) {
      chart.add(Seat.of(new UUID(0, known++), period, place, true));
      chart.settle();
    }
  }

  /**
   * The unit that is free on every night of the period and leaves the fewest idle nights beside it,
   * the first by code among equals; empty when every unit is taken on some night.
   */
  public Optional<String> tightest(Period wanted) {
    var unit = chart.tightest(Seat.of(new UUID(0, known), wanted, Seat.NOWHERE, false));
    return unit == Seat.NOWHERE ? Optional.empty() : Optional.of(units[unit]);
  }
}
