package city.huiwei.booking.draw;

import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.ReserveOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a draw before anybody applies, and does not change.
 *
 * @param draw its id, never used again
 * @param subject the batch or round it is for
 * @param reserves in the order in which they are served
 * @param closes until when tickets are taken
 * @param drawsAt the time of the beacon's round: nothing of it is known before
 * @param replaces the draw that was broken off and that this one stands for
 */
public record Announcement(
    String draw,
    Kind kind,
    UUID subject,
    String operator,
    String rulesVersion,
    int capacity,
    List<Reserve> reserves,
    ReserveOrder reserveOrder,
    Instant closes,
    Instant drawsAt,
    Round round,
    @Nullable String replaces) {

  public Announcement {
    reserves = List.copyOf(reserves);
  }

  /** What a draw is for. */
  public enum Kind {
    BATCH,
    ROUND
  }

  /** Places that a category of applicants has before others. */
  public record Reserve(String category, int places) {}
}
