package city.huiwei.inventory.seating;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a pool by their stay: a table with gaps between the entries and nothing around them,
 * for there are hundreds of thousands of seats and a map's nodes would weigh as much again.
 */
final class SeatTable {

  private @Nullable Seat[] seats = new Seat[4];
  private int size;

  @Nullable Seat get(UUID id) {
    return seats[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
  }

  /** Whether it was added: no other seat is of that stay. */
  boolean add(Seat seat) {
    int slot = slot(seat.high(), seat.low());
    if (seats[slot] != null) {
      return false;
    }
    seats[slot] = seat;
    size++;
    if (size > seats.length / 8 * 5 + 1) {
      resize(seats.length * 2);
    }
    return true;
  }

  void remove(Seat seat) {
    int slot = slot(seat.high(), seat.low());
    if (seats[slot] != null) {
      seats[slot] = null;
      size--;
      closeUp(slot);
    }
  }

  /** Whoever stands behind the empty place because it was taken moves up. */
  private void closeUp(int empty) {
    int mask = seats.length - 1;
    for (int at = (empty + 1) & mask; seats[at] != null; at = (at + 1) & mask) {
      var seat = seats[at];
      seats[at] = null;
      seats[slot(seat.high(), seat.low())] = seat;
    }
  }

  private void resize(int length) {
    var before = seats;
    seats = new Seat[length];
    for (var seat : before) {
      if (seat != null) {
        seats[slot(seat.high(), seat.low())] = seat;
      }
    }
  }

  /** Where the stay's seat is, or would be. */
  private int slot(long high, long low) {
    int mask = seats.length - 1;
    int at = hash(high, low) & mask;
    for (var seat = seats[at]; seat != null && !seat.isOf(high, low); seat = seats[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Ids made one after another differ in few bits. */
  private static int hash(long high, long low) {
    long mixed = (high * 31 + low) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
