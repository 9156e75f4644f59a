package city.huiwei.inventory.occupancy;

import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.OccupancyFigures.Line;
import city.huiwei.inventory.contract.OccupancyFigures.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What belongs together, added up pool by pool. */
final class Tally {

  /** Nights from today on that are looked at together. */
  static final List<Integer> SPANS = List.of(1, 14, 90);

  private static final long[] NONE = new long[SPANS.size()];

  private final String key;
  private final @Nullable Name name;
  private final long[] taken = new long[SPANS.size()];
  private final long[] blocked = new long[SPANS.size()];
  private int units;
  private BigDecimal squareMetres = BigDecimal.ZERO;
  private BigDecimal squareMetresTaken = BigDecimal.ZERO;
  private @Nullable Instant reportedAt;
  private boolean stale;

  private Tally(PoolStock first) {
    this.key = first.key();
    this.name = first.name();
  }

  /**
   * One line a key, by their keys.
   *
   * @param held unit-nights that nobody else can have, by pool and span; none where it is absent
   * @param outOfUse those of them that are blocked
   */
  static List<Line> lines(
      List<PoolStock> pools, Map<String, long[]> held, Map<String, long[]> outOfUse) {
    var tallies = new TreeMap<String, Tally>();
    // Floors have several lines of stock, and their nights count once.
    var counted = new HashSet<String>();
    for (var pool : pools) {
      var first = counted.add(pool.pool());
      tallies
          .computeIfAbsent(pool.key(), _ -> new Tally(pool))
          .add(
              pool,
              first ? held.getOrDefault(pool.pool(), NONE) : NONE,
              first ? outOfUse.getOrDefault(pool.pool(), NONE) : NONE);
    }
    return tallies.values().stream().map(Tally::line).toList();
  }

  private void add(PoolStock pool, long[] held, long[] outOfUse) {
    units += pool.units();
    for (int span = 0; span < SPANS.size(); span++) {
      taken[span] += Math.max(0, held[span] - outOfUse[span]);
      blocked[span] += outOfUse[span];
    }
    var each = pool.squareMetres();
    squareMetres = squareMetres.add(each.multiply(BigDecimal.valueOf(pool.units())));
    squareMetresTaken =
        squareMetresTaken.add(
            each.multiply(BigDecimal.valueOf(Math.max(0, held[0] - outOfUse[0]))));
    reportedAt = earlier(reportedAt, pool.reportedAt());
    stale |= pool.stale();
  }

  private Line line() {
    return new Line(
        key,
        name,
        units,
        squareMetres,
        squareMetresTaken,
        span(0),
        span(1),
        span(2),
        reportedAt,
        stale);
  }

  private Span span(int at) {
    return new Span(taken[at], blocked[at]);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
