package city.huiwei.booking.matching;

import city.huiwei.edge.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks what is wrong with a market, everything at once; the fields are paths into it. */
public final class MarketFaults {

  /** So many are told; who has more has the same one a thousand times. */
  public static final int MOST = 50;

  private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{1,64}");

  /** Far more than any ranking needs, and small enough to be compared by subtraction. */
  private static final int LARGEST_PRIORITY = 1_000_000_000;

  private final Map<String, Integer> capacities = new HashMap<>();
  private final Map<String, Integer> seated = new HashMap<>();
  private final Set<String> families = new HashSet<>();
  private final Set<String> children = new HashSet<>();
  private final List<Reason> faults = new ArrayList<>();

  private MarketFaults() {}

  /** Empty for a market that can be matched. */
  public static List<Reason> of(Market market) {
    var found = new MarketFaults();
    for (int n = 0; n < market.places().size(); n++) {
      found.look(market.places().get(n), "places[" + n + "]");
    }
    for (int n = 0; n < market.families().size(); n++) {
      found.look(market.families().get(n), "families[" + n + "]");
    }
    found.seated.forEach((place, children) -> {
      if (children > found.capacities.getOrDefault(place, children)) {
        found.fault("SEATS_OVER_CAPACITY", "places", Map.of("place", place, "seats", children));
      }
    });
    return List.copyOf(found.faults);
  }

  private void look(Place place, String field) {
    if (capacities.put(place.id(), place.capacity()) != null) {
      fault("ID_TWICE", field + ".id", Map.of("id", place.id()));
    }
    if (place.capacity() < 0) {
      fault("CAPACITY_NEGATIVE", field + ".capacity", Map.of("place", place.id()));
    }
    var categories = new HashSet<String>();
    long reserved = 0;
    for (var reserve : place.reserves()) {
      reserved += reserve.places();
      if (reserve.places() < 0 || !categories.add(reserve.category())) {
        fault("RESERVE_UNCLEAR", field + ".reserves", Map.of("category", reserve.category()));
      }
    }
    if (reserved > place.capacity()) {
      fault("RESERVES_OVER_CAPACITY", field + ".reserves", Map.of("place", place.id()));
    }
  }

  private void look(Family family, String field) {
    if (!families.add(family.id())) {
      fault("ID_TWICE", field + ".id", Map.of("id", family.id()));
    }
    if (!NUMBER.matcher(family.number()).matches()) {
      fault("NUMBER_NOT_HEX", field + ".number", Map.of("family", family.id()));
    }
    if (family.children().isEmpty()) {
      fault("FAMILY_WITHOUT_CHILD", field + ".children", Map.of("family", family.id()));
    }
    for (int n = 0; n < family.children().size(); n++) {
      look(family.children().get(n), field + ".children[" + n + "]");
    }
    var seen = new HashSet<List<@Nullable String>>();
    for (int n = 0; n < family.choices().size(); n++) {
      var choice = family.choices().get(n);
      look(choice, family.children().size(), field + ".choices[" + n + "]");
      if (!seen.add(choice)) {
        fault("CHOICE_TWICE", field + ".choices[" + n + "]", Map.of("family", family.id()));
      }
    }
  }

  private void look(Child child, String field) {
    if (!children.add(child.id())) {
      fault("ID_TWICE", field + ".id", Map.of("id", child.id()));
    }
    var seat = child.seat();
    if (seat != null) {
      known(seat, field + ".seat");
      seated.merge(seat, 1, Integer::sum);
    }
    child
        .priority()
        .forEach((place, priority) -> {
          known(place, field + ".priority");
          if (Math.abs((long) priority) > LARGEST_PRIORITY) {
            fault("PRIORITY_TOO_LARGE", field + ".priority", Map.of("most", LARGEST_PRIORITY));
          }
        });
  }

  private void look(List<@Nullable String> choice, int children, String field) {
    if (choice.size() != children) {
      fault("CHOICE_LENGTH", field, Map.of("children", children, "entries", choice.size()));
    }
    for (var place : choice) {
      if (place != null) {
        known(place, field);
      }
    }
  }

  private void known(String place, String field) {
    if (!capacities.containsKey(place)) {
      fault("PLACE_UNKNOWN", field, Map.of("place", place));
    }
  }

  private void fault(String code, String field, Map<String, ?> facts) {
    if (faults.size() < MOST) {
      faults.add(new Reason(code, field, facts));
    }
  }
}
