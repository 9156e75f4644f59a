package city.huiwei.booking.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms that are left while a list is gone through. Mutable; for one passage. */
final class Ledger {

  private final Map<String, NightlyRooms> pools = new HashMap<>();
  private final Map<Span.Shape, List<Span>> spans;

  /**
   * @param spans what wishes of a shape come to, filled as they come
   */
  Ledger(List<RoomLot> lots, Reserved reserved, Map<Span.Shape, List<Span>> spans) {
    lots.forEach(lot -> pools.put(lot.pool(), new NightlyRooms(lot, reserved.of(lot.pool()))));
    this.spans = spans;
  }

  /** From which rooms a stay may be taken, and which go first. */
  enum Use {
    KEPT_ONLY,
    KEPT_FIRST,
    OPEN_FIRST
  }

  /** The best span of a wish for which rooms are left; absent where there is none. */
  @Nullable Span best(Wished wish, String category, Use use) {
    return first(wish, (rooms, nights) -> rooms.fits(nights, category, use));
  }

  /** Whether there are rooms at all for one of its spans. */
  boolean exists(Wished wish) {
    return first(wish, NightlyRooms::exists) != null;
  }

  /** Whether rooms would be left for one of its spans if no category mattered. */
  boolean isLeftForSomebody(Wished wish) {
    return first(wish, NightlyRooms::isLeftForSomebody) != null;
  }

  /** Takes a span that fits; whether some night of it was kept for the category. */
  boolean take(Wished wish, Span span, String category, Use use) {
    var rooms = pools.get(wish.pool());
    return rooms != null && rooms.take(rooms.nights(wish.from(), span), category, use);
  }

  /** What is left of the rooms kept for a category, by night of the pool. */
  int[] unfilled(String pool, String category) {
    var rooms = pools.get(pool);
    var kept = rooms == null ? null : rooms.kept(category);
    return kept == null ? new int[0] : kept;
  }

  private interface Condition {
    boolean is(NightlyRooms rooms, NightlyRooms.Nights nights);
  }

  private @Nullable Span first(Wished wish, Condition condition) {
    var rooms = pools.get(wish.pool());
    if (rooms != null) {
      for (var span : spans.computeIfAbsent(wish.shape(), Span.Shape::spans)) {
        if (condition.is(rooms, rooms.nights(wish.from(), span))) {
          return span;
        }
      }
    }
    return null;
  }
}
