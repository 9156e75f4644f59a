package city.huiwei.booking.offer;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places that are free now, given away in the order in which people come: each has the tightest
 * that fits. Pure; a working copy of one round.
 */
final class Round {

  /** A waiter and the place they are to be offered. */
  record Match(Waiter waiter, Place place) {}

  private final ApplicationProgramme programme;
  private final Map<String, Integer> free = new HashMap<>();
  private final List<Place> places;
  private int total;

  Round(ApplicationProgramme programme, List<Place> places) {
    this.programme = programme;
    this.places = places.stream().sorted(programme.tightestFirst()).toList();
    places.forEach(place -> free.put(place.pool(), place.free()));
    this.total = places.stream().mapToInt(Place::free).sum();
  }

  /** Whether there is something left to give at all. */
  boolean isEmpty() {
    return total == 0;
  }

  /** Offers the waiters, the first one first, what fits; who finds nothing is passed over. */
  List<Match> give(List<Waiter> waiters) {
    var matches = new ArrayList<Match>();
    for (var waiter : waiters) {
      if (!isEmpty()) {
        tightest(waiter).ifPresent(place -> matches.add(take(waiter, place)));
      }
    }
    return matches;
  }

  private Optional<Place> tightest(Waiter waiter) {
    return total <= programme.keptBackFrom(waiter.category())
        ? Optional.empty()
        : places.stream()
            .filter(place -> free.getOrDefault(place.pool(), 0) > 0)
            .filter(place -> !waiter.refused().contains(place.pool()))
            .filter(place -> programme.misfits(waiter.need(), place).isEmpty())
            .min(Comparator.comparingInt(place -> wish(waiter, place)));
  }

  /** The earlier in the list of wishes the better; among equals the tightest, which comes first. */
  private int wish(Waiter waiter, Place place) {
    var wishes = waiter.need().all(ApplicationProgramme.SITES);
    return wishes.isEmpty() ? 0 : wishes.indexOf(place.site());
  }

  private Match take(Waiter waiter, Place place) {
    free.merge(place.pool(), -1, Integer::sum);
    total--;
    return new Match(waiter, place);
  }
}
