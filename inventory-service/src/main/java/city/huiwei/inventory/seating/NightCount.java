package city.huiwei.inventory.seating;

import static java.util.Objects.requireNonNull;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many units are taken on each night, as steps: a number holds from its day to the next one's.
 * A question costs as many steps as the period has, whatever the size of the pool, and a lease of
 * thirty years or without an end costs no more than a weekend.
 */
final class NightCount {

  private final NavigableMap<Integer, Integer> taken = new TreeMap<>();

  NightCount() {
    taken.put(Gap.EVER, 0);
  }

  void add(Seat seat, int change) {
    step(seat.from());
    step(seat.to());
    for (var night : taken.subMap(seat.from(), seat.to()).entrySet()) {
      night.setValue(night.getValue() + change);
    }
  }

  /** The number on the fullest night. */
  int most(int from, int to) {
    int most = at(from);
    for (int count : taken.subMap(from, to).values()) {
      most = Math.max(most, count);
    }
    return most;
  }

  private void step(int day) {
    if (!taken.containsKey(day)) {
      taken.put(day, at(day));
    }
  }

  private int at(int night) {
    return requireNonNull(taken.floorEntry(night)).getValue();
  }
}
