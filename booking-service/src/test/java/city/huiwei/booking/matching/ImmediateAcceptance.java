package city.huiwei.booking.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** "First choice first": what is given is never taken back, so the truth is not the best list. */
final class ImmediateAcceptance {

  private ImmediateAcceptance() {}

  static Map<String, String> placed(Market market) {
    var naive = new Naive(market);
    var placed = new HashMap<String, String>();
    for (int round = 0; round <= market.places().size(); round++) {
      for (var place : market.places()) {
        var asking = new ArrayList<Naive.One>();
        var before = new HashSet<String>();
        for (var one : naive.children()) {
          var id = one.child().id();
          if (place.id().equals(placed.get(id))) {
            before.add(id);
            asking.add(one);
          } else if (!placed.containsKey(id) && asks(one.family(), round, place)) {
            asking.add(one);
          }
        }
        give(naive, place, asking, before, placed);
      }
    }
    return placed;
  }

  private static boolean asks(Family family, int round, Place place) {
    var choices = Naive.choices(family);
    return round < choices.size() && place.id().equals(choices.get(round).getFirst());
  }

  private static void give(
      Naive naive,
      Place place,
      Iterable<Naive.One> asking,
      Set<String> before,
      Map<String, String> placed) {
    var inOrder = new ArrayList<Naive.One>();
    asking.forEach(inOrder::add);
    inOrder.sort(naive.order(place.id()));
    int given = before.size();
    for (var one : inOrder) {
      if (!before.contains(one.child().id()) && given < place.capacity()) {
        placed.put(one.child().id(), place.id());
        given++;
      }
    }
  }
}
