package city.huiwei.inventory.seating;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stays of one unit in the order of their nights. A unit has few of them, so a plain array is
 * smaller and faster than a tree, and there are as many rows as units.
 */
final class StayRow {

  private Seat[] seats = new Seat[2];
  private int size;

  void add(Seat seat) {
    int at = after(seat.from());
    if (size == seats.length) {
      seats = Arrays.copyOf(seats, size + 1 + size / 2);
    }
    System.arraycopy(seats, at, seats, at + 1, size - at);
    seats[at] = seat;
    size++;
  }

  /** Removes the stay that begins on that day, if there is one. */
  void remove(int from) {
    int at = after(from) - 1;
    if (at >= 0 && seats[at].from() == from) {
      System.arraycopy(seats, at + 1, seats, at, size - at - 1);
      Arrays.fill(seats, size - 1, size, null);
      size--;
    }
  }

  /** The last stay that begins on that day or before it. */
  @Nullable Seat lastUpTo(int day) {
    int at = after(day) - 1;
    return at < 0 ? null : seats[at];
  }

  /** The first stay that begins after that day. */
  @Nullable Seat firstAfter(int day) {
    int at = after(day);
    return at == size ? null : seats[at];
  }

  Stream<Seat> all() {
    return Arrays.stream(seats, 0, size);
  }

  /** The stays that have a night in the period, in their order. */
  List<Seat> within(int from, int to) {
    int first = after(from);
    if (first > 0 && seats[first - 1].to() > from) {
      first--;
    }
    int end = Math.max(first, after(to - 1));
    return List.of(Arrays.copyOfRange(seats, first, end));
  }

  /** How many stays begin on that day or before it. */
  private int after(int day) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seats[middle].from() <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
