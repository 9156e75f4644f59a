package city.huiwei.booking.matching;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** The cut-offs of all full places. */
final class CutOffs {

  private CutOffs() {}

  static List<CutOff> of(Numbered market, Proposals made) {
    var cutOffs = new ArrayList<CutOff>();
    for (int place = 0; place < market.places().size(); place++) {
      var roll = made.roll(place);
      if (roll.room() == 0) {
        var id = market.places().get(place).id();
        market
            .categories()
            .forEach((name, category) -> {
              if (!roll.takesAll(category)) {
                cutOffs.add(cutOff(market, roll, id, name));
              }
            });
      }
    }
    return cutOffs;
  }

  private static CutOff cutOff(Numbered market, Roll roll, String place, String category) {
    var last = roll.lastKept(requireNonNull(market.categories().get(category)));
    if (last.isEmpty()) {
      return new CutOff(place, category, null, null);
    }
    var family = market.family(market.familyOf(Numbered.childOf(last.getAsLong())));
    return new CutOff(place, category, Numbered.priorityOf(last.getAsLong()), family.number());
  }
}
