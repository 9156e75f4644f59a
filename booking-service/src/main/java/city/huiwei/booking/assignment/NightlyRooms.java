package city.huiwei.booking.assignment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rooms that are left of one pool, by night: those open to all and those kept. Mutable. */
final class NightlyRooms {

  private final LocalDate first;
  private final int[] rooms;
  private final int[] open;
  private final Map<String, int[]> kept = new TreeMap<>();

  NightlyRooms(RoomLot lot, Map<String, int[]> reserved) {
    first = lot.first();
    rooms = lot.rooms().stream().mapToInt(Integer::intValue).toArray();
    open = rooms.clone();
    reserved.forEach(this::keep);
  }

  private void keep(String category, int[] nights) {
    kept.put(category, nights.clone());
    for (int night = 0; night < nights.length; night++) {
      open[night] -= nights[night];
    }
  }

  /** The nights of one stay. */
  record Nights(int from, int to) {}

  Nights nights(LocalDate wished, Span span) {
    int day = Math.toIntExact(ChronoUnit.DAYS.between(first, wished));
    return new Nights(day + span.from(), day + span.to());
  }

  int @Nullable [] kept(String category) {
    return kept.get(category);
  }

  boolean fits(Nights nights, String category, Ledger.Use use) {
    var own = kept.get(category);
    if (isOutside(nights)) {
      return false;
    }
    for (int night = nights.from(); night < nights.to(); night++) {
      var isKept = own != null && own[night] > 0;
      if (!isKept && (use == Ledger.Use.KEPT_ONLY || open[night] == 0)) {
        return false;
      }
    }
    return true;
  }

  /** Takes a room on nights it fits; whether some of them was kept for the category. */
  boolean take(Nights nights, String category, Ledger.Use use) {
    var own = kept.get(category);
    var reserved = false;
    for (int night = nights.from(); night < nights.to(); night++) {
      if (own != null && own[night] > 0 && (use != Ledger.Use.OPEN_FIRST || open[night] == 0)) {
        own[night]--;
        reserved = true;
      } else {
        open[night]--;
      }
    }
    return reserved;
  }

  /** Whether there are rooms at all on these nights. */
  boolean exists(Nights nights) {
    for (int night = nights.from(); night < nights.to(); night++) {
      if (isOutside(nights) || rooms[night] == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether rooms would be left on these nights if no category mattered. */
  boolean isLeftForSomebody(Nights nights) {
    for (int night = nights.from(); night < nights.to(); night++) {
      if (isOutside(nights) || (open[night] == 0 && !isKeptForSomebody(night))) {
        return false;
      }
    }
    return true;
  }

  private boolean isKeptForSomebody(int night) {
    for (var nights : kept.values()) {
      if (nights[night] > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isOutside(Nights nights) {
    return nights.from() < 0 || nights.to() > rooms.length;
  }
}
