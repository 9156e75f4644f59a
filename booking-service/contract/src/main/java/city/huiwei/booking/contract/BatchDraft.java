package city.huiwei.booking.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff propose to release. Everything is looked at when it is sent, and all that is wrong
 * with it is said at once.
 *
 * @param registerFrom absent, as all that follows, where one books at once
 * @param urgentUntil until when urgency may be claimed
 * @param drawAt absent where nothing is drawn
 * @param confirmUntil until when who was placed has to confirm
 */
public record BatchDraft(
    @Nullable String nameZh,
    @Nullable String nameEn,
    @Nullable Way way,
    @Nullable Instant registerFrom,
    @Nullable Instant urgentUntil,
    @Nullable Instant registerUntil,
    @Nullable Instant drawAt,
    @Nullable Instant confirmUntil,
    @Nullable ReserveOrder reserveOrder,
    List<DraftPart> parts,
    List<DraftReserve> reserves,
    List<DraftAllotment> allotments) {

  public BatchDraft {
    parts = parts == null ? List.of() : parts;
    reserves = reserves == null ? List.of() : reserves;
    allotments = allotments == null ? List.of() : allotments;
  }

  /** So many units of a pool for the nights from one day to another. */
  public record DraftPart(
      @Nullable String pool, int units, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /**
   * Units that are set aside for a group.
   *
   * @param category {@code urgent}, {@code first-time} or {@code this-year}
   */
  public record DraftReserve(@Nullable String category, int units) {}

  /**
   * Units of a part that are for an enterprise's people.
   *
   * @param places how many people stand in its own list
   */
  public record DraftAllotment(
      @Nullable String name, @Nullable String pool, int units, int places) {}
}
