package city.huiwei.inventory.seating;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Seats everybody who may move anew, in order of start: taken so, stays need no more units than the
 * fullest night. Only pinned stays later on can make it fail, as it does not look ahead.
 */
final class StartOrder {

  private static final Comparator<Seat> ORDER =
      Comparator.comparingInt(Seat::from)
          .thenComparing(Comparator.comparingInt(Seat::to).reversed())
          .thenComparing(Seat::id);

  private final Chart chart;
  private final int today;

  StartOrder(Chart chart, int today) {
    this.chart = chart;
    this.today = today;
  }

  /**
   * Seats it, or changes nothing.
   *
   * @param keeping whether a stay keeps its unit where it can; the tightest may succeed where
   *     keeping fails
   * @param most with more stays to move it is not tried: it touches them all
   */
  boolean seat(Seat wanted, boolean keeping, int most) {
    var movable = chart.seats().stream().filter(seat -> seat.mayMove(today)).sorted(ORDER).toList();
    if (movable.size() > most) {
      return false;
    }
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
