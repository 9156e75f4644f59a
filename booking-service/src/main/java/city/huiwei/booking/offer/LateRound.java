package city.huiwei.booking.offer;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.allocation.BulkOpening;
import city.huiwei.booking.allocation.BulkOpening.Lot;
import city.huiwei.booking.allocation.BulkOpening.Party;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.SharedRoom;
import city.huiwei.inventory.contract.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Each is promised the best home that can be; the bed in it waits until all had their turn. */
final class LateRound implements Round {

  /** Of two who need and refused the same, the list of homes is the same. */
  private record Wanted(Answers need, Set<String> refused) {}

  private final ApplicationProgramme programme;
  private final List<Place> places;
  private final Map<String, Place> byPool;
  private final BulkOpening opening;
  private final Map<Wanted, List<List<String>>> homes = new HashMap<>();
  private final List<Waiter> placed = new ArrayList<>();
  private int total;

  LateRound(ApplicationProgramme programme, Free now) {
    this.programme = programme;
    var beds = freeBeds(now);
    this.places =
        now.places().stream()
            .filter(place -> !hidesStrangers(place, now.sexes().keySet(), beds))
            .sorted(programme.tightestFirst())
            .toList();
    this.byPool = places.stream().collect(toMap(Place::pool, Function.identity()));
    this.opening = new BulkOpening(places.stream().map(this::lot).toList(), now.sexes());
    this.total = places.stream().mapToInt(this::units).sum();
  }

  /** Whether somebody has a bed in its room of whom nothing is known; nobody is put beside them. */
  private boolean hidesStrangers(Place place, Set<String> known, Map<String, Integer> freeBeds) {
    return programme
        .sharedRoom(place)
        .filter(room -> !known.contains(room.code()))
        .filter(room -> freeBeds.getOrDefault(room.code(), 0) < room.beds())
        .isPresent();
  }

  private Map<String, Integer> freeBeds(Free now) {
    return now.places().stream()
        .filter(place -> programme.sharedRoom(place).isPresent())
        .collect(
            groupingBy(
                place -> programme.sharedRoom(place).orElseThrow().code(),
                summingInt(Place::free)));
  }

  private Lot lot(Place place) {
    var room = programme.sharedRoom(place).map(SharedRoom::code).orElse(null);
    return new Lot(place.pool(), place.free() / programme.unitsTogether(place), room);
  }

  /** What of it can be given: of two beds that go together, one alone cannot. */
  private int units(Place place) {
    return place.free() - place.free() % programme.unitsTogether(place);
  }

  @Override
  public boolean isEmpty() {
    return total == 0;
  }

  @Override
  public void give(List<Waiter> waiters) {
    for (var waiter : waiters) {
      if (total > programme.keptBackFrom(waiter.category())) {
        place(waiter);
      }
    }
  }

  private void place(Waiter waiter) {
    var wanted = new Wanted(waiter.need(), waiter.refused());
    var list = homes.computeIfAbsent(wanted, _ -> homes(waiter));
    var party = new Party(waiter.application(), programme.sharesAs(waiter.need()), list);
    opening
        .place(party)
        .ifPresent(home -> {
          placed.add(waiter);
          total -= programme.unitsTogether(place(list.get(home).getFirst()));
        });
  }

  /** By the order of the wishes; who wishes for none has one home, the whole city. */
  private List<List<String>> homes(Waiter waiter) {
    return places.stream()
        .filter(place -> waiter.mayHave(programme, place))
        .collect(
            groupingBy(
                waiter::wish,
                TreeMap::new,
                collectingAndThen(toList(), each -> each.stream().map(Place::pool).toList())))
        .values()
        .stream()
        .toList();
  }

  @Override
  public List<Match> matches() {
    var seats = opening.seats();
    return placed.stream()
        .map(waiter -> {
          var place = place(seats.getOrDefault(waiter.application(), ""));
          return new Match(waiter, Collections.nCopies(programme.unitsTogether(place), place));
        })
        .toList();
  }

  private Place place(String pool) {
    var place = byPool.get(pool);
    if (place == null) {
      throw new IllegalStateException("nobody is seated outside of what is free: " + pool);
    }
    return place;
  }
}
