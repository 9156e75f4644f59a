package city.huiwei.inventory.seating;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has which unit on which nights. What changes is noted, so that a plan which does not work out
 * is taken back, and one which does can tell what it moved.
 */
final class Chart {

  private record Change(Seat seat, boolean added) {}

  private final int units;
  private final GapIndex gaps;
  private final NightCount taken = new NightCount();
  private final SeatTable seats = new SeatTable();
  private final @Nullable StayRow[] rows;
  private final List<Change> changes = new ArrayList<>();

  /** Changes that were settled before those that are noted. */
  private long settled;

  Chart(int units) {
    this.units = units;
    this.gaps = new GapIndex(units);
    this.rows = new StayRow[units];
  }

  int units() {
    return units;
  }

  @Nullable Seat seat(UUID id) {
    return seats.get(id);
  }

  /** All stays, unit by unit. */
  Stream<Seat> seats() {
    return Arrays.stream(rows).filter(Objects::nonNull).flatMap(StayRow::all);
  }

  /** How many units are free on the fullest of these nights. */
  int free(int from, int to) {
    return units - taken.most(from, to);
  }

  boolean hasFullNight(Seat wanted) {
    return free(wanted.from(), wanted.to()) <= 0;
  }

  /** The free unit with the fewest idle nights beside, {@link Seat#NOWHERE} when there is none. */
  int tightest(Seat wanted) {
    // The nights are few and the gaps are many: a full night answers at once.
    return hasFullNight(wanted) ? Seat.NOWHERE : gaps.tightest(wanted.from(), wanted.to());
  }

  boolean isFree(Seat seat) {
    return gapAround(seat).holds(seat);
  }

  List<Gap> gapsAround(int night, int most) {
    return gaps.around(night, most);
  }

  /** The stays of a unit that have a night in the period, in their order. */
  List<Seat> seats(int unit, int from, int to) {
    var row = rows[unit];
    return row == null ? List.of() : row.within(from, to);
  }

  void add(Seat seat) {
    lay(seat);
    changes.add(new Change(seat, true));
  }

  void remove(Seat seat) {
    lift(seat);
    changes.add(new Change(seat, false));
  }

  /** A point to which {@link #undo} can go back, until it is settled. */
  long mark() {
    return settled + changes.size();
  }

  /** All is as it was at the mark, or where that is settled, as it was settled last. */
  void undo(long mark) {
    while (!changes.isEmpty() && mark() > mark) {
      var change = changes.removeLast();
      if (change.added()) {
        lift(change.seat());
      } else {
        lay(change.seat());
      }
    }
  }

  /** What is so now stays so. */
  void settle() {
    settle(mark());
  }

  /** What was so at the mark cannot be undone any more. */
  void settle(long mark) {
    if (mark > settled) {
      changes.subList(0, (int) (mark - settled)).clear();
      settled = mark;
    }
  }

  /** The seats as they were at the mark of all that sit elsewhere now. */
  List<Seat> movedSince(long mark) {
    var first = new LinkedHashMap<UUID, Change>();
    for (var change : changes.subList((int) (mark - settled), changes.size())) {
      first.putIfAbsent(change.seat().id(), change);
    }
    return first.values().stream()
        .filter(change -> !change.added())
        .map(Change::seat)
        .filter(seat -> !seat.equals(seats.get(seat.id())))
        .toList();
  }

  private void lay(Seat seat) {
    var gap = gapAround(seat);
    if (!gap.holds(seat) || !seats.add(seat)) {
      throw new IllegalArgumentException("a night or a stay is there twice: " + seat);
    }
    gaps.remove(gap);
    gaps.add(new Gap(gap.from(), seat.from(), seat.unit()));
    gaps.add(new Gap(seat.to(), gap.to(), seat.unit()));
    var row = rows[seat.unit()];
    if (row == null) {
      row = new StayRow();
      rows[seat.unit()] = row;
    }
    row.add(seat);
    taken.add(seat, 1);
  }

  private void lift(Seat seat) {
    seats.remove(seat);
    requireNonNull(rows[seat.unit()]).remove(seat.from());
    var gap = gapAround(seat);
    gaps.remove(new Gap(gap.from(), seat.from(), seat.unit()));
    gaps.remove(new Gap(seat.to(), gap.to(), seat.unit()));
    gaps.add(gap);
    taken.add(seat, -1);
  }

  /** What lies between the stay before and the one after, if the seat is not there itself. */
  private Gap gapAround(Seat seat) {
    var row = rows[seat.unit()];
    if (row == null) {
      return new Gap(Gap.EVER, Seat.OPEN, seat.unit());
    }
    var before = row.lastUpTo(seat.from());
    var after = row.firstAfter(seat.from());
    return new Gap(
        before == null ? Gap.EVER : before.to(),
        after == null ? Seat.OPEN : after.from(),
        seat.unit());
  }
}
