package city.huiwei.booking.offer;

import city.huiwei.booking.allocation.LeaseAnswer;
import city.huiwei.booking.allocation.LetArea;
import city.huiwei.booking.allocation.StartUpReserve;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.Vacancy;
import city.huiwei.booking.residence.LeasedArea;
import city.huiwei.inventory.contract.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each has at once the tightest that fits, as far as the start-up reserve allows it: who may not
 * lease does not keep the place from who comes after.
 */
final class FirstFitRound implements Round {

  private final ApplicationProgramme programme;
  private final StartUpReserve reserve;
  private final Map<String, Integer> free = new HashMap<>();
  private final List<Place> places;
  private final List<Match> matches = new ArrayList<>();
  private @Nullable LetArea area;
  private int total;

  FirstFitRound(ApplicationProgramme programme, Free now) {
    this.programme = programme;
    this.reserve = now.reserve();
    this.area = now.area();
    this.places = now.places().stream().sorted(programme.tightestFirst()).toList();
    places.forEach(place -> free.put(place.pool(), place.free()));
    this.total = places.stream().mapToInt(Place::free).sum();
  }

  @Override
  public boolean isEmpty() {
    return total == 0;
  }

  @Override
  public List<Match> matches() {
    return matches;
  }

  @Override
  public void give(List<Waiter> waiters) {
    for (var waiter : waiters) {
      var chosen = choice(waiter);
      if (!chosen.isEmpty() && isLeased(waiter, chosen)) {
        chosen.forEach(place -> free.merge(place.pool(), -1, Integer::sum));
        total -= chosen.size();
        matches.add(new Match(waiter, chosen));
      }
    }
  }

  private List<Place> choice(Waiter waiter) {
    return total <= programme.keptBackFrom(waiter.category())
        ? List.of()
        : programme.choose(waiter.need(), fitting(waiter));
  }

  private List<Vacancy> fitting(Waiter waiter) {
    return places.stream()
        .filter(place -> free.getOrDefault(place.pool(), 0) > 0)
        .filter(place -> waiter.mayHave(programme, place))
        .sorted(Comparator.comparingInt(waiter::wish))
        .map(place -> new Vacancy(place, free.getOrDefault(place.pool(), 0)))
        .toList();
  }

  /** Whether they may lease it after all who come before; then it counts as let. */
  private boolean isLeased(Waiter waiter, List<Place> chosen) {
    var lease = LeasedArea.of(programme, waiter.need(), chosen);
    if (area == null || lease == null || !area.hasLeft(lease.squareMetres())) {
      return true;
    }
    var answer = reserve.answer(area, lease.squareMetres(), lease.isStartUp());
    if (answer instanceof LeaseAnswer.Allowed allowed) {
      area = allowed.after();
      return true;
    }
    return false;
  }
}
