package city.huiwei.inventory.seating;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The free nights of all units by the day they begin, and of those that begin together by the day
 * they end. A question costs the logarithm of the pool's size for each day on which some gap
 * begins, so it grows with the season and hardly with the pool.
 */
final class GapIndex {

  private static final Comparator<Gap> LONGEST_REACH =
      Comparator.comparingInt(Gap::to).reversed().thenComparingInt(Gap::unit);

  /** Units nobody has: a bit each, for a pool may have a million of them. */
  private final BitSet untouched = new BitSet();

  /** For each first day the last days and units, as one {@linkplain #number number} each. */
  private final NavigableMap<Integer, SortedNumbers> byStart = new TreeMap<>();

  GapIndex(int units) {
    untouched.set(0, units);
  }

  void add(Gap gap) {
    if (gap.isEndless()) {
      untouched.set(gap.unit());
    } else if (!gap.isEmpty()) {
      byStart
          .computeIfAbsent(gap.from(), _ -> new SortedNumbers())
          .add(number(gap.to(), gap.unit()));
    }
  }

  void remove(Gap gap) {
    if (gap.isEndless()) {
      untouched.clear(gap.unit());
    } else if (!gap.isEmpty()) {
      byStart.computeIfPresent(
          gap.from(),
          (_, gaps) -> {
            gaps.remove(number(gap.to(), gap.unit()));
            return gaps.isEmpty() ? null : gaps;
          });
    }
  }

  /**
   * The unit free on all those nights with the fewest idle nights beside them, the first among
   * equals; {@link Seat#NOWHERE} when there is none.
   */
  int tightest(int from, int to) {
    @Nullable Gap best = null;
    long fewest = Long.MAX_VALUE;
    for (var start : byStart.headMap(from, true).descendingMap().entrySet()) {
      if (Gap.idleBefore(start.getKey(), from) > fewest) {
        break;
      }
      var number = start.getValue().ceiling(number(to, 0));
      if (number != SortedNumbers.NONE) {
        var gap = gap(start.getKey(), number);
        var idle = gap.idleBeside(from, to);
        if (best == null || idle < fewest || (idle == fewest && gap.unit() < best.unit())) {
          best = gap;
          fewest = idle;
        }
      }
    }
    return best == null ? untouched.nextSetBit(0) : best.unit();
  }

  /** Gaps that hold that night, those that reach farthest first, and not more than so many. */
  List<Gap> around(int night, int most) {
    var found = new ArrayList<Gap>();
    for (var sameStart : byStart.headMap(night, true).entrySet()) {
      var before = found.size();
      sameStart
          .getValue()
          .descend(number -> {
            var gap = gap(sameStart.getKey(), number);
            return gap.to() > night && found.size() - before < most && found.add(gap);
          });
    }
    found.sort(LONGEST_REACH);
    return found.subList(0, Math.min(most, found.size()));
  }

  /** The earlier end is the smaller number, and of equal ones the unit that comes first. */
  private static long number(int to, int unit) {
    return (long) to << Integer.SIZE | unit;
  }

  private static Gap gap(int from, long number) {
    return new Gap(from, (int) (number >> Integer.SIZE), (int) number);
  }
}
