package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.UUID;

/**
 * A stay on the chart, its id, its dates and its unit as numbers: plans compare them by the million
 * and remember hundreds of thousands.
 *
 * @param high the first half of its id
 * @param low the second half
 * @param from its first night, in days since 1970
 * @param to the day it ends, {@link #OPEN} when it does not
 */
record Seat(long high, long low, int from, int to, int unit, boolean pinned) {

  static final int OPEN = Integer.MAX_VALUE;
  static final int NOWHERE = -1;

  static Seat of(UUID id, Period period, int unit, boolean pinned) {
    return of(id, firstNight(period), end(period), unit, pinned);
  }

  static Seat of(UUID id, int from, int to, int unit, boolean pinned) {
    return new Seat(
        id.getMostSignificantBits(), id.getLeastSignificantBits(), from, to, unit, pinned);
  }

  UUID id() {
    return new UUID(high, low);
  }

  boolean isOf(long otherHigh, long otherLow) {
    return low == otherLow && high == otherHigh;
  }

  static int firstNight(Period period) {
    return Math.toIntExact(period.from().toEpochDay());
  }

  static int end(Period period) {
    var to = period.to();
    return to == null ? OPEN : Math.toIntExact(to.toEpochDay());
  }

  /** A stay that begins today has begun: its guest may be at the door. */
  boolean mayMove(int today) {
    return !pinned && from > today;
  }

  boolean spans(int day) {
    return from < day && day < to;
  }

  Seat on(int otherUnit) {
    return new Seat(high, low, from, to, otherUnit, pinned);
  }
}
