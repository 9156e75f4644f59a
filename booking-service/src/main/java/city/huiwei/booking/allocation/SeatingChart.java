package city.huiwei.booking.allocation;

import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.allocation.BulkOpening.Lot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where for now: each guest may still be moved to another lot of their home, and a room in
 * which nobody lives yet may still be for another sex. Pure.
 */
final class SeatingChart {

  /** Somebody with the lots in which they may sit. */
  record Guest(UUID id, String sex, List<String> home) {}

  /**
   * Which rooms are for whom is a hard question in general. So many changes are tried for one
   * guest, the smallest first: all there are while few rooms are open, and of many those of one or
   * two at once.
   */
  private static final int MOST_CHANGES = 200;

  private final Map<String, Lot> lots;
  private final Map<String, List<Guest>> guests = new HashMap<>();

  /** Rooms whose sex stands: of those who live there. */
  private final Map<String, String> fixed;

  private final Map<String, List<String>> lotsOfRoom = new LinkedHashMap<>();
  private final List<String> open;
  private final Set<String> sexes = new TreeSet<>();
  private int changesLeft;

  SeatingChart(List<Lot> lots, Map<String, String> lived) {
    this.lots =
        lots.stream()
            .collect(toMap(Lot::code, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    this.fixed = new HashMap<>(lived);
    for (var lot : lots) {
      if (lot.room() != null) {
        lotsOfRoom.computeIfAbsent(lot.room(), _ -> new ArrayList<>()).add(lot.code());
      }
    }
    this.open = lotsOfRoom.keySet().stream().filter(room -> !lived.containsKey(room)).toList();
  }

  Map<UUID, String> seats() {
    var seats = new HashMap<UUID, String>();
    guests.forEach((lot, each) -> each.forEach(guest -> seats.put(guest.id(), lot)));
    return seats;
  }

  /** Seats one more and keeps everybody else in their home; false, and all as before, if not. */
  boolean seat(Guest guest) {
    if (guest.home().stream().anyMatch(lot -> room(lot) != null)) {
      sexes.add(guest.sex());
    }
    changesLeft = MOST_CHANGES;
    return path(guest, new HashSet<>()) || changeRooms(guest);
  }

  /** An augmenting path: to a free place, or to that of somebody who can go elsewhere. */
  private boolean path(Guest guest, Set<String> tried) {
    for (var lot : guest.home()) {
      if (isFor(lot, guest) && guests(lot).size() < places(lot)) {
        guests(lot).add(guest);
        return true;
      }
    }
    for (var lot : guest.home()) {
      if (isFor(lot, guest) && tried.add(lot) && makesWay(lot, tried)) {
        guests(lot).add(guest);
        return true;
      }
    }
    return false;
  }

  private boolean makesWay(String lot, Set<String> tried) {
    for (var other : List.copyOf(guests(lot))) {
      if (path(other, tried)) {
        guests(lot).remove(other);
        return true;
      }
    }
    return false;
  }

  private boolean isFor(String lot, Guest guest) {
    var room = room(lot);
    var sex = room == null ? null : sex(room);
    return sex == null || sex.equals(guest.sex());
  }

  private @Nullable String room(String lot) {
    var known = lots.get(lot);
    return known == null ? null : known.room();
  }

  /** Absent while a room is empty: it may still be for anyone. */
  private @Nullable String sex(String room) {
    var stands = fixed.get(room);
    return stands != null
        ? stands
        : lotsOfRoom.getOrDefault(room, List.of()).stream()
            .flatMap(lot -> guests(lot).stream())
            .map(Guest::sex)
            .findFirst()
            .orElse(null);
  }

  private int places(String lot) {
    var known = lots.get(lot);
    return known == null ? 0 : known.places();
  }

  private List<Guest> guests(String lot) {
    return guests.computeIfAbsent(lot, _ -> new ArrayList<>());
  }

  private boolean changeRooms(Guest guest) {
    for (int rooms = 1; rooms <= open.size() && changesLeft > 0; rooms++) {
      if (changeRooms(guest, 0, rooms, Map.of())) {
        return true;
      }
    }
    return false;
  }

  /** So many open rooms, from one on, are for another sex than now. */
  private boolean changeRooms(Guest guest, int from, int rooms, Map<String, String> changed) {
    if (rooms == 0) {
      return --changesLeft >= 0 && fits(guest, changed);
    }
    for (int n = from; n <= open.size() - rooms && changesLeft > 0; n++) {
      for (var sex : sexes) {
        if (!sex.equals(sex(open.get(n)))) {
          var more = new HashMap<>(changed);
          more.put(open.get(n), sex);
          if (changeRooms(guest, n + 1, rooms - 1, more)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether all can be seated when these rooms are for those; if not, all is as before. */
  private boolean fits(Guest guest, Map<String, String> changed) {
    var before = new HashMap<String, List<Guest>>();
    guests.forEach((lot, each) -> before.put(lot, List.copyOf(each)));
    var out = new ArrayList<Guest>();
    changed.keySet().forEach(room -> out.addAll(emptied(room)));
    fixed.putAll(changed);
    out.add(guest);
    var fits = out.stream().allMatch(each -> path(each, new HashSet<>()));
    fixed.keySet().removeAll(changed.keySet());
    if (!fits) {
      guests.clear();
      before.forEach((lot, each) -> guests.put(lot, new ArrayList<>(each)));
    }
    return fits;
  }

  private List<Guest> emptied(String room) {
    var out = new ArrayList<Guest>();
    for (var lot : lotsOfRoom.getOrDefault(room, List.of())) {
      out.addAll(guests(lot));
      guests(lot).clear();
    }
    return out;
  }
}
