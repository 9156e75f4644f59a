package city.huiwei.inventory.seating;

import city.huiwei.inventory.seating.ArrangementAnswer.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people change on a chart by hand. They may move who arrives today, whom a plan lets be; whom
 * nobody may move is pinned. Where there are reasons against it, the chart is left half-way:
 * whoever asks takes it back.
 */
final class Rearrangement {

  private final Chart chart;
  private final int today;

  Rearrangement(Chart chart, int today) {
    this.chart = chart;
    this.today = today;
  }

  /** A stay and the unit it had when somebody looked. */
  record Seen(@Nullable Seat seat, int unit) {}

  /** Moves the stay, or says why not. */
  Set<Reason> transfer(Seen stay, int unit) {
    var reasons = against(stay);
    var seat = stay.seat();
    if (unit == Seat.NOWHERE) {
      reasons.add(Reason.UNIT_UNFIT);
    } else if (seat != null && !put(List.of(seat), List.of(seat.on(unit)))) {
      reasons.add(Reason.UNIT_TAKEN);
    }
    return reasons;
  }

  /** Exchanges their units, or says why not. */
  Set<Reason> exchange(Seen stay, Seen other) {
    var reasons = against(stay);
    reasons.addAll(against(other));
    var one = stay.seat();
    var two = other.seat();
    if (one != null
        && two != null
        && !one.equals(two)
        && !put(List.of(one, two), List.of(one.on(two.unit()), two.on(one.unit())))) {
      reasons.add(Reason.UNIT_TAKEN);
    }
    return reasons;
  }

  /**
   * Takes the unit out of use, or says why not.
   *
   * @param elsewhere finds a unit for somebody who was in the way; absent when nobody may be moved
   */
  Set<Reason> block(Seat block, @Nullable Predicate<Seat> elsewhere) {
    var inTheWay = chart.seats(block.unit(), block.from(), block.to());
    if (elsewhere == null && !inTheWay.isEmpty()) {
      return EnumSet.of(Reason.UNIT_TAKEN);
    }
    var reasons = EnumSet.noneOf(Reason.class);
    inTheWay.forEach(seat -> reasons.addAll(against(new Seen(seat, seat.unit()))));
    inTheWay.forEach(chart::remove);
    chart.add(block);
    if (elsewhere != null && !inTheWay.stream().allMatch(elsewhere)) {
      reasons.add(Reason.NO_ROOM_ELSEWHERE);
    }
    return reasons;
  }

  private Set<Reason> against(Seen stay) {
    var reasons = EnumSet.noneOf(Reason.class);
    var seat = stay.seat();
    if (seat == null) {
      reasons.add(Reason.STAY_ENDED);
      return reasons;
    }
    if (seat.unit() != stay.unit()) {
      reasons.add(Reason.STAY_ELSEWHERE);
    }
    if (seat.from() < today) {
      reasons.add(Reason.STAY_BEGUN);
    }
    if (seat.pinned()) {
      reasons.add(Reason.STAY_PINNED);
    }
    return reasons;
  }

  /** Whether all of them are free once the others are gone. */
  private boolean put(List<Seat> from, List<Seat> to) {
    from.forEach(chart::remove);
    return to.stream().allMatch(this::addIfFree);
  }

  private boolean addIfFree(Seat seat) {
    var free = chart.isFree(seat);
    if (free) {
      chart.add(seat);
    }
    return free;
  }
}
