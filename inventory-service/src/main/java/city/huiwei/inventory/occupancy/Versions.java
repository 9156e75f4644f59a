package city.huiwei.inventory.occupancy;

import java.util.List;
import java.util.Map;

/**
 * How far lanes and stock are.
 *
 * @param numbers of the lanes, and of the stock as {@link #STOCK}
 */
record Versions(Map<Integer, Long> numbers) {

  static final int STOCK = -1;

  long of(int lane) {
    return numbers.getOrDefault(lane, 0L);
  }

  /** A number that grows with every change. */
  long sum() {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  boolean hasOtherStock(Versions earlier) {
    return of(STOCK) != earlier.of(STOCK);
  }

  /** The lanes in which something happened since. */
  List<Integer> raisedLanes(Versions earlier) {
    return numbers.keySet().stream()
        .filter(lane -> lane != STOCK && of(lane) > earlier.of(lane))
        .sorted()
        .toList();
  }
}
