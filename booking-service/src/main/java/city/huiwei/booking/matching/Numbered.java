package city.huiwei.booking.matching;

import city.huiwei.booking.ballot.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A market by numbers: families in the order of their ballot numbers, their children in turn, and
 * every choice a child as an entry. A choice with a place that a child cannot have is left out. Who
 * has seats has them as the last choice.
 */
final class Numbered {

  static final int NOWHERE = -1;

  private static final int GAP = -2;

  private static final int HEX_DIGITS = 64;

  private final Market market;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> categories = new HashMap<>();
  private final Family[] families;
  private final int[] category;
  private final int[] firstChild;
  private final int[] familyOf;
  private final int[] seat;
  // Of each family: where its entries begin, choice by choice, a child each.
  private final int[] firstEntry;
  private final int[] place;
  private final int[] priority;

  Numbered(Market market) {
    this.market = market;
    for (var known : market.places()) {
      places.put(known.id(), places.size());
      known.reserves().forEach(reserve -> number(categories, reserve.category()));
    }
    families = inBallotOrder(market.families());
    category = new int[families.length];
    firstChild = new int[families.length + 1];
    firstEntry = new int[families.length + 1];
    for (int family = 0; family < families.length; family++) {
      var asked = families[family];
      category[family] = number(categories, asked.category());
      firstChild[family + 1] = firstChild[family] + asked.children().size();
      firstEntry[family + 1] =
          firstEntry[family] + (asked.choices().size() + 1) * asked.children().size();
    }
    var children = firstChild[families.length];
    familyOf = new int[children];
    seat = new int[children];
    place = new int[firstEntry[families.length]];
    priority = new int[place.length];
    for (int family = 0; family < families.length; family++) {
      number(family);
    }
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  private static Family[] inBallotOrder(List<Family> families) {
    record Ordered(Bytes number, Family family) {}
    return families.stream()
        .map(family -> new Ordered(value(family.number()), family))
        .sorted(
            Comparator.comparing(Ordered::number).thenComparing(ordered -> ordered.family().id()))
        .map(Ordered::family)
        .toArray(Family[]::new);
  }

  private static Bytes value(String number) {
    return Bytes.ofHex("0".repeat(HEX_DIGITS - number.length()) + number);
  }

  private void number(int family) {
    var children = families[family].children();
    var size = children.size();
    for (int child = 0; child < size; child++) {
      var name = children.get(child).seat();
      familyOf[firstChild[family] + child] = family;
      seat[firstChild[family] + child] = name == null ? NOWHERE : placeNumber(name);
    }
    int entry = firstEntry[family];
    for (var choice : families[family].choices()) {
      if (canHave(children, choice)) {
        for (int child = 0; child < size; child++) {
          write(entry++, children.get(child), choice.get(child));
        }
      }
    }
    if (children.stream().anyMatch(child -> child.seat() != null)) {
      for (var child : children) {
        write(entry++, child, child.seat());
      }
    }
    // What was left out leaves a gap at the end, which is nobody's choice.
    Arrays.fill(place, entry, firstEntry[family + 1], GAP);
  }

  private static boolean canHave(List<Child> children, List<@Nullable String> choice) {
    for (int child = 0; child < children.size(); child++) {
      var name = choice.get(child);
      var asked = children.get(child);
      if (name != null && !name.equals(asked.seat()) && !asked.priority().containsKey(name)) {
        return false;
      }
    }
    return true;
  }

  private void write(int entry, Child child, @Nullable String name) {
    place[entry] = name == null ? NOWHERE : placeNumber(name);
    priority[entry] = name == null ? 0 : child.priority().getOrDefault(name, 0);
  }

  private int placeNumber(String name) {
    var number = places.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no such place: " + name);
    }
    return number;
  }

  List<Place> places() {
    return market.places();
  }

  int families() {
    return families.length;
  }

  int children() {
    return familyOf.length;
  }

  Family family(int family) {
    return families[family];
  }

  Child child(int child) {
    var family = familyOf[child];
    return families[family].children().get(child - firstChild[family]);
  }

  Map<String, Integer> categories() {
    return categories;
  }

  int category(int family) {
    return category[family];
  }

  int categoryOfChild(int child) {
    return category[familyOf[child]];
  }

  int familyOf(int child) {
    return familyOf[child];
  }

  int firstChild(int family) {
    return firstChild[family];
  }

  int size(int family) {
    return firstChild[family + 1] - firstChild[family];
  }

  /** Whether the family has a choice of that number, the best being 0. */
  boolean hasChoice(int family, int choice) {
    var entry = entry(family, choice);
    return entry < firstEntry[family + 1] && place[entry] != GAP;
  }

  /** A number of the choice that no other choice has. */
  int entry(int family, int choice) {
    return firstEntry[family] + choice * size(family);
  }

  /** The place that a family's child, counted from 0, has in this choice. */
  int place(int family, int choice, int child) {
    return place[entry(family, choice) + child];
  }

  /** The places of a choice, one a child, absent for none. */
  List<@Nullable String> named(int family, int choice) {
    var named = new ArrayList<@Nullable String>();
    for (int child = 0; child < size(family); child++) {
      var number = place(family, choice, child);
      named.add(number == NOWHERE ? null : market.places().get(number).id());
    }
    return named;
  }

  boolean isSeat(int family, int choice, int child) {
    var here = place(family, choice, child);
    return here != NOWHERE && seat[firstChild[family] + child] == here;
  }

  /** What orders children at a place: their priority, then their family's number. */
  long key(int family, int choice, int child) {
    var asked = priority[entry(family, choice) + child];
    return ((long) asked << 32) | (firstChild[family] + child);
  }

  static int childOf(long key) {
    return (int) key;
  }

  static int priorityOf(long key) {
    return (int) (key >> 32);
  }

  /** The families with one child, or those with several, in ballot order. */
  int[] withOneChild(boolean one) {
    return IntStream.range(0, families.length)
        .filter(family -> (size(family) == 1) == one)
        .toArray();
  }
}
