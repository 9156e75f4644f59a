package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.childcare.ClassCount;
import city.huiwei.booking.matching.Child;
import city.huiwei.booking.matching.Family;
import city.huiwei.booking.matching.Market;
import city.huiwei.booking.matching.Place;
import city.huiwei.booking.matching.Reserve;
import city.huiwei.booking.programme.Childcare;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A round as the engine sees it. */
final class RoundMarket {

  private static final int PERCENT = 100;

  private final Childcare programme;
  private final Map<String, ClassCount> classes;
  private final List<RoundFamily> families;
  private final Map<String, Long> seated;
  private final Map<UUID, List<Candidate>> sitting;

  /**
   * @param classes what each may take on the round's day
   * @param families those who entered, and those who only keep a seat
   */
  RoundMarket(Childcare programme, List<ClassCount> classes, List<RoundFamily> families) {
    this.programme = programme;
    this.classes = classes.stream().collect(toMap(each -> each.of().pool(), each -> each));
    this.families = families;
    var all =
        families.stream()
            .flatMap(family -> family.children().stream())
            .filter(child -> child.seat() != null)
            .toList();
    this.seated = all.stream().collect(groupingBy(it -> requireNonNull(it.seat()), counting()));
    this.sitting =
        all.stream()
            .filter(child -> child.account() != null)
            .collect(groupingBy(child -> requireNonNull(child.account())));
  }

  Market market() {
    return new Market(
        classes.values().stream().map(this::place).toList(),
        families.stream().map(this::family).toList());
  }

  /** Nobody who sits there is put out, even where a carer is missing now. */
  private Place place(ClassCount it) {
    var pool = it.of().pool();
    var places = Math.max(it.capacity().places(), seated.getOrDefault(pool, 0L).intValue());
    return new Place(
        pool,
        places,
        programme.rules().categories().stream()
            .map(each -> new Reserve(each.code(), places * each.reservedPercent() / PERCENT))
            .filter(reserve -> reserve.places() > 0)
            .toList());
  }

  private Family family(RoundFamily family) {
    return new Family(
        id(family),
        family.number(),
        programme.category(family.category()),
        family.children().stream().map(child -> child(family, child)).toList(),
        family.choices().stream().map(RoundFamily.Choice::pools).filter(this::isKnown).toList());
  }

  /** Of an entry the entry's, of who only keeps a seat the child's. */
  static String id(RoundFamily family) {
    var entry = family.entry();
    return (entry == null ? family.children().getFirst().application() : entry).toString();
  }

  private boolean isKnown(List<@Nullable String> choice) {
    return choice.stream().allMatch(pool -> pool == null || classes.containsKey(pool));
  }

  private Child child(RoundFamily family, Candidate child) {
    return new Child(child.application().toString(), priorities(family, child), child.seat());
  }

  /** What ranks the child at each class of its list, and at its seat. */
  Map<String, Integer> priorities(RoundFamily family, Candidate child) {
    var priority = new HashMap<String, Integer>();
    var at = family.children().indexOf(child);
    for (var choice : family.choices()) {
      var pool = choice.pools().get(at);
      if (pool != null && classes.containsKey(pool)) {
        priority.put(pool, priority(family, child, pool));
      }
    }
    var seat = child.seat();
    if (seat != null) {
      priority.put(seat, priority(family, child, seat));
    }
    return Map.copyOf(priority);
  }

  private int priority(RoundFamily family, Candidate child, String pool) {
    return new PriorityKey(
            pool.equals(child.seat()), hasSibling(child, pool), family.category(), child.points())
        .value();
  }

  /** Whether a brother or sister has a place at the site already. */
  private boolean hasSibling(Candidate child, String pool) {
    return sitting.getOrDefault(child.account(), List.of()).stream()
        .filter(other -> !other.application().equals(child.application()))
        .anyMatch(other -> site(requireNonNull(other.seat())).equals(site(pool)));
  }

  private String site(String pool) {
    return requireNonNull(classes.get(pool)).of().site();
  }
}
