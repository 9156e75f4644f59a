package city.huiwei.inventory.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes room by moving others, who may move others in turn. Tries one move before two and two
 * before three, and gives up after so many trials: the question is hard in general.
 */
final class Ejection {

  private static final Comparator<Seat> LONGEST =
      Comparator.<Seat>comparingLong(seat -> (long) seat.from() - seat.to())
          .thenComparingInt(Seat::from)
          .thenComparing(Seat::id);

  /** Units looked at for each stay without one; in a pool of this size all are. */
  private static final int BREADTH = 16;

  private final Chart chart;
  private final int today;
  private final Set<UUID> placed = new HashSet<>();
  private int trials;

  Ejection(Chart chart, int today, int trials) {
    this.chart = chart;
    this.today = today;
    this.trials = trials;
  }

  /** Seats it with at most so many moves, or changes nothing. */
  boolean seat(Seat wanted, int mostMoves) {
    return IntStream.rangeClosed(1, mostMoves).anyMatch(moves -> place(List.of(wanted), moves));
  }

  private boolean place(List<Seat> homeless, int moves) {
    if (homeless.isEmpty()) {
      return true;
    }
    var seat = homeless.getFirst();
    var rest = homeless.subList(1, homeless.size());
    var free = chart.tightest(seat);
    return (free != Seat.NOWHERE && put(seat.on(free), List.of(), rest, moves))
        || (moves > 0 && candidates(seat).anyMatch(unit -> eject(seat.on(unit), rest, moves)));
  }

  private boolean eject(Seat seat, List<Seat> rest, int moves) {
    var ejected = chart.seats(seat.unit(), seat.from(), seat.to());
    return !ejected.isEmpty()
        && ejected.size() <= moves
        && ejected.stream().allMatch(each -> each.mayMove(today) && !placed.contains(each.id()))
        && trials-- > 0
        && put(seat, ejected, rest, moves - ejected.size());
  }

  private boolean put(Seat seat, List<Seat> ejected, List<Seat> rest, int moves) {
    var mark = chart.mark();
    ejected.forEach(chart::remove);
    chart.add(seat);
    placed.add(seat.id());
    var homeless = new ArrayList<>(rest);
    homeless.addAll(ejected);
    homeless.sort(LONGEST);
    if (place(homeless, moves)) {
      return true;
    }
    placed.remove(seat.id());
    chart.undo(mark);
    return false;
  }

  /** A unit where one move is enough is free on the first night or on the last. */
  private Stream<Integer> candidates(Seat seat) {
    return chart.units() <= BREADTH
        ? IntStream.range(0, chart.units()).boxed()
        : Stream.concat(
                chart.gapsAround(seat.from(), BREADTH).stream(),
                chart.gapsAround(seat.to() - 1, BREADTH).stream())
            .map(Gap::unit)
            .distinct();
  }
}
