package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The units of one pool and the periods in which each is taken; a unit's periods never overlap. It
 * is a working copy of one planner and changes as the plan grows.
 */
public final class Timeline {

  /** A gap nobody bounds counts as this many nights, more than any plan is long. */
  private static final long UNBOUNDED = 36_500;

  private final Map<String, NavigableMap<LocalDate, Period>> taken = new TreeMap<>();

  public Timeline(Collection<String> units) {
    units.forEach(unit -> taken.put(unit, new TreeMap<>()));
  }

  /** Notes a period that is taken; a unit that left the stock but is still held is not offered. */
  public void take(String unit, Period period) {
    var periods = taken.get(unit);
    if (periods != null) {
      periods.put(period.from(), period);
    }
  }

  /**
   * The unit that is free on every night of the period and leaves the fewest idle nights beside it,
   * the first by code among equals; empty when every unit is taken on some night.
   */
  public Optional<String> tightest(Period wanted) {
    return taken.entrySet().stream()
        .filter(unit -> isFree(unit.getValue(), wanted))
        .min(Comparator.comparingLong(unit -> idleNightsBeside(unit.getValue(), wanted)))
        .map(Map.Entry::getKey);
  }

  private static boolean isFree(NavigableMap<LocalDate, Period> periods, Period wanted) {
    var before = periods.floorEntry(wanted.from());
    var after = periods.higherEntry(wanted.from());
    return (before == null || !before.getValue().overlaps(wanted))
        && (after == null || !after.getValue().overlaps(wanted));
  }

  private static long idleNightsBeside(NavigableMap<LocalDate, Period> periods, Period wanted) {
    var before = periods.lowerEntry(wanted.from());
    var after = periods.higherEntry(wanted.from());
    return nights(before == null ? null : before.getValue().to(), wanted.from())
        + nights(wanted.to(), after == null ? null : after.getKey());
  }

  private static long nights(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null ? UNBOUNDED : ChronoUnit.DAYS.between(from, to);
  }
}
