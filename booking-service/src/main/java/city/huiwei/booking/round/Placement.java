package city.huiwei.booking.round;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one child.
 *
 * @param family its entry; absent where it only kept a seat
 * @param priorities at each class of its list, the lower the earlier
 * @param seat where it sat before
 * @param pool where it sits now; absent when nowhere
 * @param choice the rank of the choice that this was; absent where none was
 */
record Placement(
    UUID application,
    @Nullable UUID family,
    String number,
    String category,
    int points,
    Map<String, Integer> priorities,
    @Nullable String seat,
    @Nullable String pool,
    @Nullable Integer choice) {

  /** A place is to be given: one that the child does not have. */
  public boolean isNew() {
    return pool != null && !pool.equals(seat);
  }
}
