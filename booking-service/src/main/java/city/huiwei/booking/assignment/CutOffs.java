package city.huiwei.booking.assignment;

import city.huiwei.booking.assignment.Placement.CutOff;
import city.huiwei.booking.assignment.Placement.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The last rank that got a room, by pool, and by category where it was one that was kept. */
final class CutOffs {

  private CutOffs() {}

  static List<CutOff> of(List<Decision> decisions) {
    var last = new TreeMap<String, TreeMap<String, Integer>>();
    for (var decision : decisions) {
      var given = decision.given();
      if (given != null) {
        var category = given.reserved() ? decision.contender().category() : "";
        last.computeIfAbsent(given.stay().pool(), _ -> new TreeMap<>())
            .merge(category, decision.contender().rank(), Math::max);
      }
    }
    var cutOffs = new ArrayList<CutOff>();
    last.forEach((pool, ranks) ->
        ranks.forEach((category, rank) ->
            cutOffs.add(new CutOff(pool, category.isEmpty() ? null : category, rank))));
    return cutOffs;
  }
}
