package city.huiwei.booking.assignment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the rooms are that are kept: at first of each pool its share, the largest remainders first.
 * What a group left of a pool may be kept for it elsewhere. Mutable.
 */
final class Reserved {

  private final Map<String, RoomLot> lots = new LinkedHashMap<>();
  private final SortedMap<String, Integer> reserves;
  private final Map<String, SortedMap<String, int[]>> kept = new HashMap<>();

  Reserved(Supply supply) {
    supply.lots().forEach(lot -> lots.put(lot.pool(), lot));
    reserves = supply.reserves();
    supply.reserves().forEach(this::share);
  }

  /** The rooms kept in a pool, by category and night. */
  SortedMap<String, int[]> of(String pool) {
    return kept.getOrDefault(pool, new TreeMap<>());
  }

  private void share(String category, int rooms) {
    long all = lots.values().stream().mapToLong(Reserved::most).sum();
    if (all == 0) {
      return;
    }
    long given = lots.values().stream().mapToLong(lot -> most(lot) * rooms / all).sum();
    var byRemainder =
        lots.values().stream()
            .sorted(
                Comparator.<RoomLot>comparingLong(lot -> -(most(lot) * rooms % all))
                    .thenComparing(RoomLot::pool))
            .toList();
    for (int i = 0; i < byRemainder.size(); i++) {
      var lot = byRemainder.get(i);
      keep(category, lot, most(lot) * rooms / all + (i < rooms - given ? 1 : 0));
    }
  }

  private static long most(RoomLot lot) {
    return lot.rooms().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private void keep(String category, RoomLot lot, long rooms) {
    var nights = new int[lot.rooms().size()];
    for (int night = 0; night < nights.length; night++) {
      nights[night] = Math.toIntExact(Math.min(rooms, unkept(lot, night)));
    }
    kept.computeIfAbsent(lot.pool(), _ -> new TreeMap<>()).put(category, nights);
  }

  private int unkept(RoomLot lot, int night) {
    var taken = of(lot.pool()).values().stream().mapToInt(nights -> nights[night]).sum();
    return lot.rooms().get(night) - taken;
  }

  /** Opens to all what a category left of a pool, by night; whether there was any. */
  boolean open(String pool, String category, int[] unfilled) {
    var nights = of(pool).getOrDefault(category, new int[unfilled.length]);
    var any = false;
    for (int night = 0; night < unfilled.length; night++) {
      nights[night] -= unfilled[night];
      any |= unfilled[night] > 0;
    }
    return any;
  }

  /** How many rooms fewer are kept for a category than are reserved for it, by night. */
  Map<LocalDate, Integer> lacking(String category) {
    var lacking = new HashMap<LocalDate, Integer>();
    for (var lot : lots.values()) {
      var nights = of(lot.pool()).getOrDefault(category, new int[lot.rooms().size()]);
      for (int night = 0; night < nights.length; night++) {
        lacking.putIfAbsent(lot.first().plusDays(night), reserves.getOrDefault(category, 0));
        lacking.merge(lot.first().plusDays(night), -nights[night], Integer::sum);
      }
    }
    return lacking;
  }

  /** Keeps one room more on these nights, where one is open and may be. */
  boolean keepsOneMore(Stay stay, String category, Map<LocalDate, Integer> mayBe) {
    var lot = lots.get(stay.pool());
    var nights = of(stay.pool()).get(category);
    if (lot == null
        || nights == null
        || stay.from().isBefore(lot.first())
        || stay.to().isAfter(lot.end())
        || !stay.from().datesUntil(stay.to()).allMatch(night -> isFree(lot, night, mayBe))) {
      return false;
    }
    stay.from()
        .datesUntil(stay.to())
        .forEach(night -> {
          nights[index(lot, night)]++;
          mayBe.merge(night, -1, Integer::sum);
        });
    return true;
  }

  private boolean isFree(RoomLot lot, LocalDate night, Map<LocalDate, Integer> mayBe) {
    return mayBe.getOrDefault(night, 0) > 0 && unkept(lot, index(lot, night)) > 0;
  }

  private static int index(RoomLot lot, LocalDate night) {
    return Math.toIntExact(ChronoUnit.DAYS.between(lot.first(), night));
  }
}
