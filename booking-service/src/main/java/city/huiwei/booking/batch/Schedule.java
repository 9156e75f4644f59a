package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchLine.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happens to a batch; each is by the database's clock.
 *
 * @param urgentUntil until when urgency may be claimed, so that a person can look at it in time
 * @param drawAt absent where nothing is drawn
 * @param confirmUntil until when who was placed has to confirm
 */
public record Schedule(
    Instant registerFrom,
    Instant urgentUntil,
    Instant registerUntil,
    @Nullable Instant drawAt,
    Instant confirmUntil) {

  public Phase phase(Instant now) {
    if (now.isBefore(registerFrom)) {
      return Phase.ANNOUNCED;
    }
    if (now.isBefore(registerUntil)) {
      return Phase.OPEN;
    }
    return now.isBefore(confirmUntil) ? Phase.ALLOCATING : Phase.OVER;
  }

  public boolean isOpen(Instant now) {
    return phase(now) == Phase.OPEN;
  }

  /** Whether a step comes before the one it has to follow. */
  boolean isInOrder() {
    var allocated = drawAt == null ? registerUntil : drawAt;
    return registerFrom.isBefore(urgentUntil)
        && !urgentUntil.isAfter(registerUntil)
        && !allocated.isBefore(registerUntil)
        && (drawAt == null || registerUntil.isBefore(drawAt))
        && allocated.isBefore(confirmUntil);
  }
}
