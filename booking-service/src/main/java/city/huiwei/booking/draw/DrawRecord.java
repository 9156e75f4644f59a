package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Announced;
import city.huiwei.booking.ballot.Bytes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a draw: each fact is absent until its step is done.
 *
 * @param sealedSeed never leaves the service; open only from the reveal on, as {@code officeSeed}
 * @param readAt the database's clock when it was read
 */
public record DrawRecord(
    Announcement announcement,
    DrawState state,
    Bytes commitment,
    Bytes sealedSeed,
    @Nullable Bytes root,
    @Nullable Integer count,
    @Nullable String witnessDigits,
    @Nullable Bytes officeSeed,
    @Nullable Bytes beaconValue,
    @Nullable Bytes key,
    Instant announcedAt,
    Instant readAt) {

  public String id() {
    return announcement.draw();
  }

  public boolean isPublished() {
    return state == DrawState.PUBLISHED;
  }

  /** As the protocol knows it. */
  Announced announced() {
    return new Announced(id(), commitment, root, announcement.round(), key != null);
  }

  @Override
  public String toString() {
    return id() + " " + state;
  }
}
