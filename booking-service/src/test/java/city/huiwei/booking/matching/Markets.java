package city.huiwei.booking.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random markets, small enough to try everything. */
record Markets(Random random, int mostFamilies, int mostPlaces, int mostChildren) {

  private static final List<String> CATEGORIES = List.of("general", "low-income", "first-time");

  Market next() {
    var places = new ArrayList<Place>();
    for (int n = 1 + random.nextInt(mostPlaces); n > 0; n--) {
      places.add(place("c" + n));
    }
    var room = new HashMap<String, Integer>();
    places.forEach(place -> room.put(place.id(), place.capacity()));
    var families = new ArrayList<Family>();
    for (int n = 1 + random.nextInt(mostFamilies); n > 0; n--) {
      families.add(family("f" + n, room));
    }
    return new Market(places, families);
  }

  private Place place(String id) {
    var capacity = random.nextInt(4);
    var reserves = new ArrayList<Reserve>();
    int left = capacity;
    for (var category : CATEGORIES) {
      if (random.nextInt(3) == 0) {
        var places = random.nextInt(left + 1);
        reserves.add(new Reserve(category, places));
        left -= places;
      }
    }
    return new Place(id, capacity, reserves);
  }

  private Family family(String id, Map<String, Integer> room) {
    var children = new ArrayList<Child>();
    for (int n = 1 + random.nextInt(mostChildren); n > 0; n--) {
      children.add(child(id + "k" + n, room));
    }
    return new Family(
        id,
        "%016x".formatted(random.nextLong()),
        CATEGORIES.get(random.nextInt(3)),
        children,
        choices(children.size(), List.copyOf(room.keySet())));
  }

  private Child child(String id, Map<String, Integer> room) {
    var priority = new HashMap<String, Integer>();
    String seat = null;
    for (var place : room.keySet()) {
      if (random.nextInt(8) > 0) {
        priority.put(place, random.nextInt(3));
      }
      if (seat == null && room.get(place) > 0 && random.nextInt(12) == 0) {
        seat = place;
        room.merge(place, -1, Integer::sum);
      }
    }
    return new Child(id, priority, seat);
  }

  private List<List<@Nullable String>> choices(int children, List<String> places) {
    var choices = new ArrayList<List<@Nullable String>>();
    var seen = new HashSet<List<@Nullable String>>();
    var shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, random);
    for (int n = random.nextInt(places.size() + 1) + children - 1; n >= 0; n--) {
      var choice = new ArrayList<@Nullable String>();
      for (int child = 0; child < children; child++) {
        choice.add(
            children == 1
                ? shuffled.get(n % shuffled.size())
                : random.nextInt(6) == 0 ? null : places.get(random.nextInt(places.size())));
      }
      if (seen.add(choice)) {
        choices.add(choice);
      }
    }
    return choices;
  }
}
