package city.huiwei.booking.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control of the rule on seats. */
final class Seats {

  private Seats() {}

  /** The market as it would be if a seat were the best priority, and no more. */
  static Market asBestPriority(Market market) {
    return new Market(
        market.places(), market.families().stream().map(Seats::asBestPriority).toList());
  }

  private static Family asBestPriority(Family family) {
    var choices = new ArrayList<List<@Nullable String>>(family.choices());
    var seats = new ArrayList<@Nullable String>();
    var children = new ArrayList<Child>();
    for (var child : family.children()) {
      var priority = new HashMap<>(child.priority());
      if (child.seat() != null) {
        priority.put(child.seat(), -1);
      }
      seats.add(child.seat());
      children.add(new Child(child.id(), priority, null));
    }
    choices.add(seats);
    return new Family(family.id(), family.number(), family.category(), children, choices);
  }
}
