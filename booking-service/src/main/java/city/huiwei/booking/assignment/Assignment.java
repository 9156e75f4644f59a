package city.huiwei.booking.assignment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room that somebody of a batch has got, to be confirmed in time.
 *
 * @param id of its hold in inventory too, and of its booking
 * @param round in which the list came to them
 * @param lot where the room is
 */
record Assignment(
    UUID id, UUID batch, int round, Winner winner, Lot lot, State state, Instant deadline) {

  /**
   * Who has it.
   *
   * @param allotment whose own list they stand in; absent for who was drawn
   * @param wish the place in their list, 0 for the dearest
   * @param reserved whether it is one of the rooms kept for their category
   */
  record Winner(
      UUID entry,
      UUID account,
      String ticket,
      String category,
      @Nullable String allotment,
      int rank,
      int wish,
      boolean reserved) {}

  /** Which room, and whose. */
  record Lot(String programme, Stay stay, String site, String operator) {}

  /** The life of an assignment. */
  enum State {
    /** Inventory is being asked. */
    PROPOSED,
    /** It waits to be confirmed. */
    OPEN,
    ACCEPTED,
    BOOKED,
    DECLINED,
    LAPSED,
    /** Inventory had no such room after all. */
    FAILED
  }

  /** Whether its room is not there for others: also where inventory did not have it. */
  boolean takesARoom() {
    return state != State.DECLINED && state != State.LAPSED;
  }

  /** Whether they have it or may have it still. */
  boolean isLive() {
    return takesARoom() && state != State.FAILED;
  }
}
