package city.huiwei.inventory.seating;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The free nights of all units by the day they begin, and of those that begin together by the day
 * they end. A question costs the logarithm of the pool's size for each day on which some gap
 * begins, so it grows with the season and hardly with the pool.
 */
final class GapIndex {

  /** Compared millions of times a second in a rush, so it is spelled out. */
  private static final Comparator<Gap> SHORTEST =
      (a, b) ->
          a.to() != b.to() ? Integer.compare(a.to(), b.to()) : Integer.compare(a.unit(), b.unit());

  private static final Comparator<Gap> LONGEST_REACH =
      Comparator.comparingInt(Gap::to).reversed().thenComparingInt(Gap::unit);

  /** Units nobody has: a bit each, for a pool may have a million of them. */
  private final BitSet untouched = new BitSet();

  private final NavigableMap<Integer, NavigableSet<Gap>> byStart = new TreeMap<>();

  GapIndex(int units) {
    untouched.set(0, units);
  }

  void add(Gap gap) {
    if (gap.isEndless()) {
      untouched.set(gap.unit());
    } else if (!gap.isEmpty()) {
      byStart.computeIfAbsent(gap.from(), _ -> new TreeSet<>(SHORTEST)).add(gap);
    }
  }

  void remove(Gap gap) {
    if (gap.isEndless()) {
      untouched.clear(gap.unit());
    } else if (!gap.isEmpty()) {
      byStart.computeIfPresent(
          gap.from(),
          (_, gaps) -> {
            gaps.remove(gap);
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
      var gap = start.getValue().ceiling(new Gap(start.getKey(), to, 0));
      if (gap != null) {
        var idle = gap.idleBeside(from, to);
        if (best == null || idle < fewest || (idle == fewest && gap.unit() < best.unit())) {
          best = gap;
          fewest = idle;
        }
      }
    }
    return best == null ? untouched.nextSetBit(0) : best.unit();
  }

  /** GapIndex that hold that night, those that reach farthest first, and not more than so many. */
  List<Gap> around(int night, int most) {
    var found = new ArrayList<Gap>();
    for (var sameStart : byStart.headMap(night, true).values()) {
      var left = most;
      for (var gap : sameStart.descendingSet()) {
        if (gap.to() <= night || left-- == 0) {
          break;
        }
        found.add(gap);
      }
    }
    found.sort(LONGEST_REACH);
    return found.subList(0, Math.min(most, found.size()));
  }
}
