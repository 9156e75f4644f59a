package city.huiwei.booking.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An offer as the operator's staff see it; nothing in it names a person.
 *
 * @param reference of the application
 * @param ageMinutes since it was made
 * @param tries how often it was taken up after somebody had left it half-way
 * @param stalled what keeps it from going on; empty while it goes its way
 */
public record DeskOffer(
    UUID id,
    UUID application,
    String reference,
    String programme,
    String site,
    List<String> pools,
    List<String> units,
    LocalDate from,
    Offer.State state,
    Instant createdAt,
    Instant deadline,
    long ageMinutes,
    int tries,
    List<Stall> stalled) {

  /** What keeps an offer from going on. */
  public enum Stall {
    /** It was taken up again and again. */
    DRIVEN_OFTEN,
    /** What is to be done in inventory is not done, and ought to be by now. */
    INVENTORY_SILENT,
    /** Nobody has answered, and there is little time left. */
    LITTLE_TIME_LEFT
  }
}
