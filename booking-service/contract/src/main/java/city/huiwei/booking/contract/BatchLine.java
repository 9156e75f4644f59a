package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as everyone may see it.
 *
 * @param name in the reader's language
 * @param phase absent where one books at once, and before it is released
 * @param drawAt absent where nothing is drawn
 * @param draw the id of its draw
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLine(
    UUID id,
    String programme,
    String operator,
    String name,
    Way way,
    BatchState state,
    @Nullable Phase phase,
    @Nullable Instant registerFrom,
    @Nullable Instant urgentUntil,
    @Nullable Instant registerUntil,
    @Nullable Instant drawAt,
    @Nullable Instant confirmUntil,
    ReserveOrder reserveOrder,
    String rulesVersion,
    @Nullable String draw,
    int units,
    List<BatchPart> parts,
    List<BatchReserve> reserves,
    List<BatchAllotment> allotments) {

  /** Where a released batch stands on its way, by the database's clock. */
  public enum Phase {
    ANNOUNCED,
    OPEN,
    ALLOCATING,
    OVER
  }

  /** So many units of a pool for the nights from one day to another. */
  public record BatchPart(String pool, String site, int units, LocalDate from, LocalDate to) {}

  /** Units that are set aside for a group. */
  public record BatchReserve(String category, int units) {}

  /** Units that are for an enterprise's people. */
  public record BatchAllotment(String allotment, String name, String pool, int units) {}

  public boolean takesEntries() {
    return phase == Phase.OPEN;
  }
}
