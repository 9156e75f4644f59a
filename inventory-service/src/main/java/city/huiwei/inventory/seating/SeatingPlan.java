package city.huiwei.inventory.seating;

import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.seating.SeatingAnswer.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The stays of one pool, seated late: until a stay begins its unit is provisional, and a request
 * that fits the pool on every night is accepted, with as few moves of later stays as are found.
 *
 * <p>That holds for every request that does not begin before today while no stay that begins later
 * is pinned. With such pins the question is hard in general: the search is bounded, what it finds
 * is right, and what it does not find is refused with {@link Reason#PINNED_STAYS_IN_THE_WAY}.
 *
 * <p>A working copy of one planner, not for several threads. The same calls give the same answers.
 */
public final class SeatingPlan {

  private static final Comparator<Request> FIRST_THEN_LONGEST =
      Comparator.<Request>comparingInt(request -> Seat.firstNight(request.period()))
          .thenComparing(
              Comparator.<Request>comparingInt(request -> Seat.end(request.period())).reversed())
          .thenComparing(Request::id);

  /** More moves are left to swaps, which always find a way but need not find the shortest. */
  private static final int FEW_MOVES = 3;

  private static final int FEW_TRIALS = 100;

  /** Around pins nothing is certain, so more is tried before somebody is refused. */
  private static final int MANY_MOVES = 8;

  private static final int MANY_TRIALS = 2_000;

  private final String[] units;
  private final Chart chart;

  public SeatingPlan(Collection<String> units) {
    this.units = units.stream().sorted().distinct().toArray(String[]::new);
    this.chart = new Chart(this.units.length);
  }

  /**
   * Notes a stay as it is; one in a unit that left the stock is not noted, as its unit is not
   * offered. A night taken twice in one unit is an {@link IllegalArgumentException}.
   */
  public void take(Stay stay) {
    var unit = Arrays.binarySearch(units, stay.unit());
    if (unit >= 0) {
      chart.add(Seat.of(stay.id(), stay.period(), unit, stay.pinned()));
      chart.settle();
    }
  }

  /** Frees all nights of a stay; one that is not here changes nothing. */
  public void giveBack(UUID id) {
    var seat = chart.seat(id);
    if (seat != null) {
      chart.remove(seat);
      chart.settle();
    }
  }

  /** The unit a stay has now; empty when it is not here. */
  public Optional<String> unit(UUID id) {
    return Optional.ofNullable(chart.seat(id)).map(seat -> units[seat.unit()]);
  }

  /** How many more stays of that period fit: free units on its fullest night. */
  public int free(Period period) {
    return chart.free(Seat.firstNight(period), Seat.end(period));
  }

  /** What there is now, so that later it can be {@linkplain #keep kept} or gone back to. */
  public long mark() {
    return chart.mark();
  }

  /** Who was seated before the mark stays seated. */
  public void keep(long mark) {
    chart.settle(mark);
  }

  /** Everybody sits where they sat at the mark, and who came since is gone. */
  public void takeBack(long mark) {
    chart.undo(mark);
  }

  /**
   * Seats one request; the plan is changed when it is seated, and only then. The change lasts when
   * it is {@linkplain #keep kept}, or when a stay is taken or given back after it.
   */
  public SeatingAnswer seat(Request request, LocalDate today) {
    return seat(List.of(request), today);
  }

  /**
   * Seats all requests together, or none; in which order they are listed changes nothing. Asking
   * twice for one stay is an {@link IllegalArgumentException}.
   */
  public SeatingAnswer seat(List<Request> group, LocalDate today) {
    refuseStaysAskedTwice(group);
    var day = Math.toIntExact(today.toEpochDay());
    var mark = chart.mark();
    for (var request : group.stream().sorted(FIRST_THEN_LONGEST).toList()) {
      var seat = Seat.of(request.id(), request.period(), Seat.NOWHERE, false);
      if (!place(seat, day)) {
        var isFull = chart.hasFullNight(seat);
        chart.undo(mark);
        return new SeatingAnswer.Refused(
            isFull ? Reason.NO_PLACE_LEFT : Reason.PINNED_STAYS_IN_THE_WAY);
      }
    }
    return seated(group, mark);
  }

  private void refuseStaysAskedTwice(List<Request> group) {
    var fresh = group.stream().map(Request::id).filter(id -> chart.seat(id) == null).distinct();
    if (fresh.count() < group.size()) {
      throw new IllegalArgumentException("a stay is asked for twice: " + group);
    }
  }

  /**
   * Changes something by hand, or nothing; what is changed lasts as a seat does that was given.
   * Where those in the way are seated anew, others may make room for them.
   */
  public ArrangementAnswer arrange(Arrangement wanted, LocalDate today) {
    var day = Math.toIntExact(today.toEpochDay());
    var mark = chart.mark();
    var reasons = against(wanted, new Rearrangement(chart, day), day);
    if (!reasons.isEmpty()) {
      chart.undo(mark);
      return new ArrangementAnswer.Refused(List.copyOf(reasons));
    }
    return new ArrangementAnswer.Arranged(movedSince(mark));
  }

  private Set<ArrangementAnswer.Reason> against(Arrangement wanted, Rearrangement by, int today) {
    return switch (wanted) {
      case Arrangement.Transfer move ->
          by.transfer(seen(move.stay(), move.seen()), at(move.unit()));
      case Arrangement.Exchange swap ->
          by.exchange(seen(swap.stay(), swap.seen()), seen(swap.other(), swap.otherSeen()));
      case Arrangement.Block block ->
          at(block.unit()) < 0
              ? Set.of(ArrangementAnswer.Reason.UNIT_UNFIT)
              : by.block(
                  Seat.of(block.id(), block.period(), at(block.unit()), true),
                  block.reseating() ? seat -> place(seat, today) : null);
    };
  }

  private Rearrangement.Seen seen(UUID stay, String unit) {
    return new Rearrangement.Seen(chart.seat(stay), at(unit));
  }

  private int at(String unit) {
    return Math.max(Arrays.binarySearch(units, unit), Seat.NOWHERE);
  }

  private boolean place(Seat seat, int today) {
    var free = chart.tightest(seat);
    if (free != Seat.NOWHERE) {
      chart.add(seat.on(free));
      return true;
    }
    return !chart.hasFullNight(seat) && makeRoom(seat, today);
  }

  private boolean makeRoom(Seat seat, int today) {
    return new Ejection(chart, today, FEW_TRIALS).seat(seat, FEW_MOVES)
        || new TailSwap(chart, today).seat(seat)
        || new Ejection(chart, today, MANY_TRIALS).seat(seat, MANY_MOVES)
        || new StartOrder(chart, today).seat(seat);
  }

  private SeatingAnswer seated(List<Request> group, long mark) {
    var given = new LinkedHashMap<UUID, String>();
    group.forEach(request -> given.put(request.id(), unit(request.id()).orElseThrow()));
    return new SeatingAnswer.Seated(given, movedSince(mark));
  }

  private List<Move> movedSince(long mark) {
    return chart.movedSince(mark).stream()
        .map(seat -> new Move(seat.id(), units[seat.unit()], unit(seat.id()).orElseThrow()))
        .toList();
  }
}
