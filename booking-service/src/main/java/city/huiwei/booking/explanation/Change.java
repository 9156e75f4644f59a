package city.huiwei.booking.explanation;

import city.huiwei.edge.Reason;
import java.util.Map;

/** What would have put one application before another; pure. */
final class Change {

  private Change() {}

  /** The first of category, points and time in which the other one is before. */
  static Reason of(Explanation.Key own, Explanation.Key other) {
    if (own.category() > other.category()) {
      return new Reason("CHANGE_CATEGORY", null, Map.of("category", other.category()));
    }
    if (own.category() == other.category() && own.points() < other.points()) {
      return new Reason("CHANGE_POINTS", null, Map.of("points", other.points()));
    }
    return Reason.of("CHANGE_NOTHING_BUT_TIME");
  }
}
