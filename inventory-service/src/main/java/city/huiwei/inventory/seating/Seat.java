package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import java.util.UUID;

/**
 * A stay on the chart, its dates and its unit as numbers: plans compare them by the million.
 *
 * @param from its first night, in days since 1970
 * @param to the day it ends, {@link #OPEN} when it does not
 */
record Seat(UUID id, int from, int to, int unit, boolean pinned) {

  static final int OPEN = Integer.MAX_VALUE;
  static final int NOWHERE = -1;

  static Seat of(UUID id, Period period, int unit, boolean pinned) {
    return new Seat(id, firstNight(period), end(period), unit, pinned);
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
    return new Seat(id, from, to, otherUnit, pinned);
  }
}
