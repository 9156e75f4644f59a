package city.huiwei.booking.assignment;

import city.huiwei.booking.contract.ReserveOrder;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to give, and by which rule.
 *
 * @param lots one a pool
 * @param reserves rooms kept over all pools together, by category
 */
record Supply(List<RoomLot> lots, SortedMap<String, Integer> reserves, ReserveOrder order) {

  Supply {
    lots = lots.stream().sorted(Comparator.comparing(RoomLot::pool)).toList();
    reserves = new TreeMap<>(reserves);
    var pools = new HashSet<String>();
    if (!lots.stream().allMatch(lot -> pools.add(lot.pool()))) {
      throw new IllegalArgumentException("one lot a pool");
    }
  }
}
