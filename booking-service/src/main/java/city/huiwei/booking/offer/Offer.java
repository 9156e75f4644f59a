package city.huiwei.booking.offer;

import city.huiwei.booking.place.HoldIds;
import city.huiwei.booking.residence.LeasedArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that is kept free for one application until a deadline.
 *
 * @param id the first hold's too
 * @param party of whom it is; nobody has two live offers of a programme
 * @param pools one for each unit
 * @param units once inventory has given them
 * @param begins the day from which the place is kept
 * @param ends the day from which it is free again, where that is known
 * @param insteadOf the residence that is left for it; who moves has asked for it and need not
 *     answer
 * @param area what is leased; absent where no area is counted
 */
public record Offer(
    UUID id,
    UUID application,
    String programme,
    byte[] party,
    List<String> pools,
    String site,
    String operator,
    List<String> units,
    LocalDate begins,
    @Nullable LocalDate ends,
    @Nullable UUID insteadOf,
    @Nullable LeasedArea area,
    State state,
    Instant deadline,
    @Nullable String reason,
    Grounds grounds) {

  /**
   * What was so when it was made.
   *
   * @param ranking of the application
   * @param listed when the list was read, by the database's clock
   * @param room a part of which the place is, where those in it are of one sex
   */
  public record Grounds(
      String ranking, Instant listed, @Nullable String room, @Nullable String sex) {}

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

  boolean isMove() {
    return insteadOf != null;
  }

  List<UUID> holds() {
    return HoldIds.of(id, pools.size());
  }

  @Override
  public String toString() {
    return id + " " + state;
  }
}
