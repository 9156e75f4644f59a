package city.huiwei.booking.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that somebody has taken to send it.
 *
 * @param id the notice's
 * @param tries with this one
 * @param reference the application's
 * @param now by the database's clock
 */
record Parcel(UUID id, Channel channel, int tries, Notice notice, String reference, Instant now) {

  /** Whether what it asks for can no longer be done. */
  boolean isTooLate() {
    return notice.kind().weight() == Notice.Weight.DEADLINE
        && notice.until() != null
        && !notice.until().isAfter(now);
  }

  @Override
  public String toString() {
    return channel + " " + id;
  }
}
