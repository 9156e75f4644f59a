package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchState;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.inventory.contract.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release of an operator's units for certain nights.
 *
 * @param schedule absent where one books at once
 * @param draw the id of its draw, the last where one was broken off; absent where nothing is drawn,
 *     and before it is released
 */
public record Batch(
    UUID id,
    String programme,
    String operator,
    Name name,
    Way way,
    BatchState state,
    @Nullable Schedule schedule,
    ReserveOrder reserveOrder,
    String rulesVersion,
    @Nullable String draw,
    People people,
    List<Part> parts,
    List<Reserve> reserves,
    List<Allotment> allotments) {

  /** Who drafted it and who released it, as numbers, and when. */
  public record People(
      UUID draftedBy, Instant draftedAt, @Nullable UUID releasedBy, @Nullable Instant releasedAt) {}

  public Optional<Part> part(String pool) {
    return parts.stream().filter(part -> part.pool().equals(pool)).findAny();
  }

  public int units() {
    return parts.stream().mapToInt(Part::units).sum();
  }

  /** Units that are for enterprises' people. */
  public int allotted() {
    return allotments.stream().mapToInt(Allotment::units).sum();
  }

  public boolean isPublic() {
    return state == BatchState.RELEASED || state == BatchState.SETTLED;
  }

  /** Whether one can register for it at that moment. */
  public boolean isOpen(Instant now) {
    return state == BatchState.RELEASED && schedule != null && schedule.isOpen(now);
  }

  public boolean reserves(Category category) {
    return reserves.stream().anyMatch(reserve -> reserve.category() == category);
  }
}
