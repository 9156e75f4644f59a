package city.huiwei.booking.offer;

import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Vacancy;
import city.huiwei.inventory.contract.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places that are free now, given away in the order in which people come: each has the tightest
 * that fits. Pure; a working copy of one round.
 */
final class Round {

  /** A waiter and what they are to be offered: a place for each unit, mostly one. */
  record Match(Waiter waiter, List<Place> places) {}

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
        var chosen = choice(waiter);
        if (!chosen.isEmpty()) {
          matches.add(take(waiter, chosen));
        }
      }
    }
    return matches;
  }

  private List<Place> choice(Waiter waiter) {
    return total <= programme.keptBackFrom(waiter.category())
        ? List.of()
        : programme.choose(waiter.need(), fitting(waiter));
  }

  private List<Vacancy> fitting(Waiter waiter) {
    return places.stream()
        .filter(place -> free.getOrDefault(place.pool(), 0) > 0)
        .filter(place -> !waiter.refused().contains(place.pool()))
        .filter(place -> programme.misfits(waiter.need(), place).isEmpty())
        .sorted(Comparator.comparingInt(place -> wish(waiter, place)))
        .map(place -> new Vacancy(place, free.getOrDefault(place.pool(), 0)))
        .toList();
  }

  /** The earlier in the list of wishes the better; among equals the tightest, which comes first. */
  private int wish(Waiter waiter, Place place) {
    var wishes = waiter.need().all(ApplicationProgramme.SITES);
    return wishes.isEmpty() ? 0 : wishes.indexOf(place.site());
  }

  private Match take(Waiter waiter, List<Place> chosen) {
    chosen.forEach(place -> free.merge(place.pool(), -1, Integer::sum));
    total -= chosen.size();
    return new Match(waiter, chosen);
  }
}
