package city.huiwei.booking.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules say, written down as they are said, however slow: the engine's judge. */
record Naive(Market market) {

  /** A child with its family. */
  record One(Family family, Child child) {}

  List<One> children() {
    return market.families().stream()
        .flatMap(family -> family.children().stream().map(child -> new One(family, child)))
        .toList();
  }

  /** Those of the askers whom the place keeps. */
  Set<String> keeps(Place place, List<One> askers) {
    var kept = new HashSet<String>();
    askers.stream()
        .filter(one -> place.id().equals(one.child().seat()))
        .forEach(one -> kept.add(one.child().id()));
    var inOrder =
        askers.stream()
            .filter(one -> !kept.contains(one.child().id()))
            .sorted(order(place.id()))
            .toList();
    for (var reserve : place.reserves()) {
      var seated =
          askers.stream()
              .filter(one -> place.id().equals(one.child().seat()))
              .filter(one -> one.family().category().equals(reserve.category()))
              .count();
      inOrder.stream()
          .filter(one -> one.family().category().equals(reserve.category()))
          .limit(Math.max(0, reserve.places() - seated))
          .forEach(one -> keep(kept, one, place));
    }
    inOrder.forEach(one -> keep(kept, one, place));
    return kept;
  }

  private static void keep(Set<String> kept, One one, Place place) {
    if (kept.size() < place.capacity()) {
      kept.add(one.child().id());
    }
  }

  Comparator<One> order(String place) {
    return Comparator.<One, Integer>comparing(
            one -> one.child().priority().getOrDefault(place, Integer.MAX_VALUE))
        .thenComparing(one -> new BigInteger(one.family().number(), 16))
        .thenComparing(one -> one.family().id())
        .thenComparing(one -> one.family().children().indexOf(one.child()));
  }

  /** The choices that count: without those a child cannot have, and with the seats as the last. */
  static List<List<@Nullable String>> choices(Family family) {
    var choices = new ArrayList<List<@Nullable String>>();
    for (var choice : family.choices()) {
      if (canHave(family, choice)) {
        choices.add(choice);
      }
    }
    var seats = new ArrayList<@Nullable String>();
    family.children().forEach(child -> seats.add(child.seat()));
    if (seats.stream().anyMatch(Objects::nonNull)) {
      choices.add(seats);
    }
    return choices;
  }

  private static boolean canHave(Family family, List<@Nullable String> choice) {
    for (int n = 0; n < choice.size(); n++) {
      var child = family.children().get(n);
      var place = choice.get(n);
      if (place != null && !place.equals(child.seat()) && !child.priority().containsKey(place)) {
        return false;
      }
    }
    return true;
  }

  /** What the family has: the number of the choice, or one more than the last. */
  static int held(Family family, Map<String, String> placed) {
    var has = new ArrayList<@Nullable String>();
    family.children().forEach(child -> has.add(placed.get(child.id())));
    var choices = choices(family);
    var held = choices.indexOf(has);
    return held < 0 ? choices.size() : held;
  }

  /** Each family's best choice that it and the places would rather have. */
  Map<String, List<@Nullable String>> blocking(Map<String, String> placed) {
    var blocking = new HashMap<String, List<@Nullable String>>();
    for (var family : market.families()) {
      var choices = choices(family);
      for (int choice = held(family, placed) - 1; choice >= 0; choice--) {
        if (wouldKeep(family, choices.get(choice), placed)) {
          blocking.put(family.id(), choices.get(choice));
        }
      }
    }
    return blocking;
  }

  private boolean wouldKeep(
      Family family, List<@Nullable String> choice, Map<String, String> placed) {
    var moved = new HashMap<>(placed);
    for (int n = 0; n < choice.size(); n++) {
      var place = choice.get(n);
      if (place == null) {
        moved.remove(family.children().get(n).id());
      } else {
        moved.put(family.children().get(n).id(), place);
      }
    }
    return family.children().stream()
        .filter(child -> moved.containsKey(child.id()))
        .allMatch(child -> kept(moved).contains(child.id()));
  }

  /** Who stays when every place keeps whom it likes of those put there. */
  Set<String> kept(Map<String, String> placed) {
    var kept = new HashSet<String>();
    for (var place : market.places()) {
      var askers =
          children().stream()
              .filter(one -> place.id().equals(placed.get(one.child().id())))
              .toList();
      kept.addAll(keeps(place, askers));
    }
    return kept;
  }

  boolean isStable(Map<String, String> placed) {
    return kept(placed).equals(placed.keySet()) && blocking(placed).isEmpty();
  }

  /** All ways to give every family one of its choices or nothing, that are stable. */
  List<Map<String, String>> stable() {
    var found = new ArrayList<Map<String, String>>();
    tryAll(0, new HashMap<>(), found);
    return found;
  }

  private void tryAll(int family, Map<String, String> placed, List<Map<String, String>> found) {
    if (family == market.families().size()) {
      if (isStable(placed)) {
        found.add(Map.copyOf(placed));
      }
      return;
    }
    tryAll(family + 1, placed, found);
    var asked = market.families().get(family);
    for (var choice : choices(asked)) {
      var next = new HashMap<>(placed);
      for (int n = 0; n < choice.size(); n++) {
        var place = choice.get(n);
        if (place != null) {
          next.put(asked.children().get(n).id(), place);
        }
      }
      if (!next.equals(placed)) {
        tryAll(family + 1, next, found);
      }
    }
  }
}
