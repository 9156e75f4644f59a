package city.huiwei.booking.programme;

import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses units of one site that together have an area; pure. The fewest that do, and of those the
 * least area.
 */
record SeveralUnits(BigDecimal least, BigDecimal most, Function<Place, BigDecimal> area) {

  /** Of more units of a site than these, sets would be too many to be looked at. */
  private static final int MOST_LOOKED_AT = 20;

  /** Empty when no so many of them will do together. */
  Optional<List<Place>> choose(List<Place> ofOneSite, int mostUnits) {
    var places = ofOneSite.subList(0, Math.min(MOST_LOOKED_AT, ofOneSite.size()));
    for (int units = 1; units <= Math.min(mostUnits, places.size()); units++) {
      var found = new ArrayList<List<Place>>();
      collect(places, 0, units, List.of(), found);
      var best = found.stream().min(Comparator.comparing(this::sum));
      if (best.isPresent()) {
        return best;
      }
    }
    return Optional.empty();
  }

  /** All sets of so many units, from one on, that have the area. */
  private void collect(
      List<Place> places, int from, int units, List<Place> chosen, List<List<Place>> found) {
    var sum = sum(chosen);
    if (sum.compareTo(most) > 0) {
      return;
    }
    if (units == 0) {
      if (sum.compareTo(least) >= 0) {
        found.add(chosen);
      }
      return;
    }
    for (int n = from; n <= places.size() - units; n++) {
      var more = new ArrayList<>(chosen);
      more.add(places.get(n));
      collect(places, n + 1, units - 1, more, found);
    }
  }

  private BigDecimal sum(List<Place> places) {
    return places.stream().map(area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
