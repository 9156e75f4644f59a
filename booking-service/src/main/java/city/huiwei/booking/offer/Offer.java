package city.huiwei.booking.offer;

import city.huiwei.booking.residence.LeasedArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that is kept free for one application until a deadline.
 *
 * @param id the hold's too
 * @param party of whom it is; nobody has two live offers of a programme
 * @param unit once inventory has given one
 * @param begins the day from which the place is kept; it has no end
 * @param area what is leased; absent where no area is counted
 */
public record Offer(
    UUID id,
    UUID application,
    String programme,
    byte[] party,
    String pool,
    String site,
    String operator,
    @Nullable String unit,
    LocalDate begins,
    @Nullable LeasedArea area,
    State state,
    Instant deadline,
    @Nullable String reason) {

  /** The life of an offer. */
  public enum State {
    /** Written, and inventory has not answered yet. */
    PROPOSED,
    /** Waits for an answer. */
    OPEN,
    /** Accepted, and the place is not firm yet. */
    ACCEPTED,
    /** The place is theirs. */
    BOOKED,
    REFUSED,
    /** Nobody answered in time. */
    LAPSED,
    /** The place was gone before it could be offered, or was made firm. */
    FAILED,
    /** The application was withdrawn. */
    WITHDRAWN
  }

  /** Whether it still waits for an answer. */
  boolean isPending() {
    return state == State.PROPOSED || state == State.OPEN;
  }

  @Override
  public String toString() {
    return id + " " + state;
  }
}
