package city.huiwei.inventory.seating;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins gaps of several units to one. One unit is free until a day and another from that day on:
 * where they exchange the stays that follow, the first is free for longer. As every night has a
 * free unit there is always a next one, so this fails only at a stay which may not move.
 */
final class TailSwap {

  /** Beginnings and continuations compared for the fewest moves. */
  private static final int BREADTH = 8;

  /** Two units exchange what begins in these days; at the end no stay of either goes on. */
  private record Swap(int unit, Gap other, int day, int end, List<Seat> mine, List<Seat> others) {

    int size() {
      return mine.size() + others.size();
    }
  }

  private final Chart chart;
  private final int today;

  TailSwap(Chart chart, int today) {
    this.chart = chart;
    this.today = today;
  }

  /** Seats it, or changes nothing. */
  boolean seat(Seat wanted) {
    var fewest = Integer.MAX_VALUE;
    var best = Seat.NOWHERE;
    var mark = chart.mark();
    for (var start : chart.gapsAround(wanted.from(), BREADTH)) {
      var moves = join(wanted.on(start.unit())) ? chart.movedSince(mark).size() : fewest;
      chart.undo(mark);
      if (moves < fewest) {
        fewest = moves;
        best = start.unit();
      }
    }
    return best != Seat.NOWHERE && join(wanted.on(best));
  }

  private boolean join(Seat wanted) {
    var taken = chart.seats(wanted.unit(), wanted.from(), wanted.to());
    while (!taken.isEmpty()) {
      var swap = best(wanted, taken.getFirst().from());
      if (swap == null) {
        return false;
      }
      exchange(swap);
      taken = chart.seats(wanted.unit(), wanted.from(), wanted.to());
    }
    chart.add(wanted);
    return true;
  }

  private @Nullable Swap best(Seat wanted, int day) {
    return chart.gapsAround(day, BREADTH).stream()
        .map(gap -> swap(wanted, gap, day))
        .filter(this::mayBe)
        .min(
            Comparator.<Swap>comparingInt(swap -> -Math.min(swap.other().to(), wanted.to()))
                .thenComparingInt(Swap::size))
        .orElse(null);
  }

  private Swap swap(Seat wanted, Gap gap, int day) {
    var end = commonBorder(wanted.unit(), gap.unit(), Math.min(gap.to(), wanted.to()));
    return new Swap(
        wanted.unit(),
        gap,
        day,
        end,
        chart.seats(wanted.unit(), day, end),
        chart.seats(gap.unit(), day, end));
  }

  private boolean mayBe(Swap swap) {
    return Stream.concat(swap.mine().stream(), swap.others().stream())
        .allMatch(seat -> seat.mayMove(today));
  }

  /** The first day from then on over which no stay of either unit goes on. */
  private int commonBorder(int unit, int other, int earliest) {
    var border = earliest;
    for (int before = -1; before != border; ) {
      before = border;
      border = Math.max(endOver(unit, border), endOver(other, border));
    }
    return border;
  }

  private int endOver(int unit, int day) {
    return chart.seats(unit, day - 1, day).stream()
        .filter(seat -> seat.spans(day))
        .mapToInt(Seat::to)
        .findAny()
        .orElse(day);
  }

  private void exchange(Swap swap) {
    swap.mine().forEach(chart::remove);
    swap.others().forEach(chart::remove);
    swap.mine().forEach(seat -> chart.add(seat.on(swap.other().unit())));
    swap.others().forEach(seat -> chart.add(seat.on(swap.unit())));
  }
}
