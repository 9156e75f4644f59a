package city.huiwei.booking.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family in a round, as it is stored.
 *
 * @param account whose it is; absent where staff entered a family without one
 * @param ticket its number in the draw, with nothing personal in it
 * @param category the one who comes first of its children gives it
 * @param version raised by every change
 */
record Entry(
    UUID id,
    UUID round,
    @Nullable UUID account,
    String reference,
    String ticket,
    String category,
    State state,
    int version,
    Instant enteredAt,
    Instant changedAt,
    WishList wishes) {

  /** It is in the round, or was taken out again. */
  enum State {
    ENTERED,
    WITHDRAWN
  }

  @Override
  public String toString() {
    return reference + " " + state;
  }
}
