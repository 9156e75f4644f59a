package city.huiwei.booking.trial;

import city.huiwei.booking.matching.Child;
import city.huiwei.booking.matching.Family;
import city.huiwei.booking.matching.Market;
import city.huiwei.booking.matching.MarketFaults;
import city.huiwei.booking.matching.Place;
import city.huiwei.booking.matching.Reserve;
import city.huiwei.edge.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads a market; what is missing, of the wrong kind or unknown is told with its path. */
final class MarketJson {

  /** A name longer than this is none. */
  private static final int LONGEST_NAME = 100;

  private static final int MOST_CHOICES = 100;
  private static final int MOST_CHILDREN = 12;

  private final List<Reason> faults;

  private MarketJson(List<Reason> faults) {
    this.faults = faults;
  }

  /**
   * @param faults gets what is wrong; the market may be used only when there is nothing
   */
  static Market read(JsonNode root, List<Reason> faults) {
    var reader = new MarketJson(faults);
    reader.knows(root, "", Set.of("places", "families"));
    var market =
        new Market(
            reader.list(root, "", "places", reader::place),
            reader.list(root, "", "families", reader::family));
    if (faults.isEmpty()) {
      faults.addAll(MarketFaults.of(market));
    }
    return market;
  }

  private Place place(JsonNode node, String path) {
    knows(node, path, Set.of("id", "capacity", "reserves"));
    return new Place(
        text(node, path, "id"),
        number(node.path("capacity"), path + ".capacity"),
        optional(node, path, "reserves", this::reserve));
  }

  private Reserve reserve(JsonNode node, String path) {
    knows(node, path, Set.of("category", "places"));
    return new Reserve(text(node, path, "category"), number(node.path("places"), path + ".places"));
  }

  private Family family(JsonNode node, String path) {
    knows(node, path, Set.of("id", "number", "category", "children", "choices"));
    var children = list(node, path, "children", this::child);
    var choices = list(node, path, "choices", this::choice);
    atMost(children.size(), MOST_CHILDREN, path + ".children");
    atMost(choices.size(), MOST_CHOICES, path + ".choices");
    return new Family(
        text(node, path, "id"),
        text(node, path, "number"),
        text(node, path, "category"),
        children,
        choices);
  }

  private Child child(JsonNode node, String path) {
    knows(node, path, Set.of("id", "priority", "seat"));
    return new Child(
        text(node, path, "id"),
        priorities(node.path("priority"), path + ".priority"),
        textOrNull(node.path("seat"), path + ".seat"));
  }

  private Map<String, Integer> priorities(JsonNode node, String path) {
    var priorities = new HashMap<String, Integer>();
    if (node.isObject()) {
      node.properties()
          .forEach(entry ->
              priorities.put(
                  entry.getKey(), number(entry.getValue(), path + "." + shown(entry.getKey()))));
    } else if (!isAbsent(node)) {
      fault("NOT_AN_OBJECT", path);
    }
    return priorities;
  }

  private List<@Nullable String> choice(JsonNode node, String path) {
    var places = new ArrayList<@Nullable String>();
    if (!node.isArray()) {
      fault("NOT_A_LIST", path);
    }
    for (var place : node) {
      places.add(textOrNull(place, path + "[" + places.size() + "]"));
    }
    return places;
  }

  private <T> List<T> optional(
      JsonNode node, String path, String name, BiFunction<JsonNode, String, T> read) {
    return isAbsent(node.path(name)) ? List.of() : list(node, path, name, read);
  }

  private <T> List<T> list(
      JsonNode node, String path, String name, BiFunction<JsonNode, String, T> read) {
    var items = new ArrayList<T>();
    var field = path.isEmpty() ? name : path + "." + name;
    if (!node.path(name).isArray()) {
      fault("NOT_A_LIST", field);
    }
    for (var item : node.path(name)) {
      items.add(read.apply(item, field + "[" + items.size() + "]"));
    }
    return items;
  }

  private String text(JsonNode node, String path, String name) {
    var text = textOrNull(node.path(name), path + "." + name);
    if (text == null) {
      fault("VALUE_MISSING", path + "." + name);
      return "";
    }
    return text;
  }

  private @Nullable String textOrNull(JsonNode node, String field) {
    if (isAbsent(node)) {
      return null;
    }
    if (!node.isString()
        || node.stringValue().isEmpty()
        || node.stringValue().length() > LONGEST_NAME) {
      fault("NOT_A_NAME", field);
      return null;
    }
    return node.stringValue();
  }

  private int number(JsonNode node, String field) {
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      fault("NOT_A_WHOLE_NUMBER", field);
      return 0;
    }
    return node.intValue();
  }

  private void knows(JsonNode node, String path, Set<String> names) {
    if (!node.isObject()) {
      fault("NOT_AN_OBJECT", path.isEmpty() ? "market" : path);
    }
    for (var entry : node.properties()) {
      if (!names.contains(entry.getKey())) {
        fault(
            "UNKNOWN_FIELD",
            path.isEmpty() ? shown(entry.getKey()) : path + "." + shown(entry.getKey()));
      }
    }
  }

  private static String shown(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private void atMost(int size, int most, String field) {
    if (size > most) {
      add(new Reason("LIST_TOO_LONG", field, Map.of("most", most)));
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isNull() || node instanceof MissingNode;
  }

  private void fault(String code, String field) {
    add(Reason.of(code, field));
  }

  private void add(Reason fault) {
    if (faults.size() < MarketFaults.MOST) {
      faults.add(fault);
    }
  }
}
