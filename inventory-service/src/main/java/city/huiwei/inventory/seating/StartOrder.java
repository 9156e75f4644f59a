package city.huiwei.inventory.seating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seats everybody around the request anew, in order of start: taken so, stays need no more units
 * than the fullest night. Stays beside the request's nights stay where they are, or a whole season
 * would move for one guest; so they may be in the way, as pinned stays may.
 */
final class StartOrder {

  private static final Comparator<Seat> ORDER =
      Comparator.comparingInt(Seat::from)
          .thenComparing(Comparator.comparingInt(Seat::to).reversed())
          .thenComparing(Seat::id);

  /** Nights before and after the request whose stays are seated anew; few are tried first. */
  private static final int[] REACHES = {2, 8, 32};

  /** More stays than these are not seated anew for one. */
  private static final int MOST = 10_000;

  private final Chart chart;
  private final int today;

  StartOrder(Chart chart, int today) {
    this.chart = chart;
    this.today = today;
  }

  /** Seats it, or changes nothing. */
  boolean seat(Seat wanted) {
    return Arrays.stream(REACHES).anyMatch(reach -> seat(wanted, reach));
  }

  private boolean seat(Seat wanted, int reach) {
    var movable =
        chart
            .seats()
            .filter(seat -> seat.mayMove(today))
            .filter(seat -> seat.from() >= wanted.from() - reach)
            .filter(seat -> seat.to() - reach <= wanted.to())
            .sorted(ORDER)
            .toList();
    // Where keeping units blocks the way, the tightest unit for each may still open it.
    return movable.size() <= MOST && (seat(wanted, movable, true) || seat(wanted, movable, false));
  }

  private boolean seat(Seat wanted, List<Seat> movable, boolean keeping) {
    var mark = chart.mark();
    movable.forEach(chart::remove);
    if (Stream.concat(movable.stream(), Stream.of(wanted))
        .sorted(ORDER)
        .allMatch(seat -> place(seat, keeping))) {
      return true;
    }
    chart.undo(mark);
    return false;
  }

  private boolean place(Seat seat, boolean keeping) {
    var keeps = keeping && seat.unit() != Seat.NOWHERE && chart.isFree(seat);
    var unit = keeps ? seat.unit() : chart.tightest(seat);
    if (unit != Seat.NOWHERE) {
      chart.add(seat.on(unit));
    }
    return unit != Seat.NOWHERE;
  }
}
