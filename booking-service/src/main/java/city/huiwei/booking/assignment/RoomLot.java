package city.huiwei.booking.assignment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * Rooms of a pool that can be given.
 *
 * @param rooms how many on each night from the first on
 */
record RoomLot(String pool, LocalDate first, List<Integer> rooms) {

  RoomLot {
    rooms = List.copyOf(rooms);
    if (rooms.stream().anyMatch(many -> many < 0)) {
      throw new IllegalArgumentException("no night has less than no rooms: " + pool);
    }
  }

  static RoomLot same(String pool, LocalDate first, int nights, int rooms) {
    return new RoomLot(pool, first, Collections.nCopies(nights, rooms));
  }

  LocalDate end() {
    return first.plusDays(rooms.size());
  }
}
