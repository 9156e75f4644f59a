package city.huiwei.inventory.seating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tries every unit for everybody who may move: the plainest way to know what is possible. */
final class AllSeatings {

  static final int IMPOSSIBLE = Integer.MAX_VALUE;

  private final List<String> units;
  private final List<Stay> seated;
  private final List<Stay> movable;
  private final List<Request> group;
  private int fewest = IMPOSSIBLE;

  private AllSeatings(
      List<String> units, Collection<Stay> stays, List<Request> group, LocalDate today) {
    this.units = units;
    this.movable =
        stays.stream().filter(it -> !it.pinned() && it.period().from().isAfter(today)).toList();
    this.seated = new ArrayList<>(stays);
    this.seated.removeAll(movable);
    this.group = group;
  }

  /** The fewest stays that must move to seat the whole group, or {@link #IMPOSSIBLE}. */
  static int fewestMoves(
      List<String> units, Collection<Stay> stays, List<Request> group, LocalDate today) {
    var all = new AllSeatings(units, stays, group, today);
    all.tryFrom(0, 0);
    return all.fewest;
  }

  private void tryFrom(int next, int moves) {
    if (moves >= fewest) {
      return;
    }
    if (next == movable.size() + group.size()) {
      fewest = moves;
      return;
    }
    for (var unit : units) {
      var stay = next < movable.size() ? movable.get(next) : request(next);
      var there = new Stay(stay.id(), stay.period(), unit, false);
      if (seated.stream()
          .noneMatch(it -> it.unit().equals(unit) && it.period().overlaps(there.period()))) {
        seated.add(there);
        tryFrom(next + 1, moves + (next < movable.size() && !stay.unit().equals(unit) ? 1 : 0));
        seated.removeLast();
      }
    }
  }

  private Stay request(int next) {
    var request = group.get(next - movable.size());
    return new Stay(request.id(), request.period(), "", false);
  }
}
