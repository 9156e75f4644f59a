package city.huiwei.booking.assignment;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.ReserveDesk.Outcome;
import city.huiwei.booking.contract.ReserveDesk.Share;
import city.huiwei.booking.contract.ReserveOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws many times among groups of equal people and counts who gets how many places. The same seed
 * gives the same draws to each order, so that what differs is the order's doing.
 *
 * @param others applicants of no group
 */
record ReserveTrial(int places, List<Group> groups, int others, int rounds, long seed) {

  private static final String NO_GROUP = "";

  /** The part of all rounds that lies below, or above, what is called low and high. */
  private static final double TAIL = 0.05;

  /** People alike, and what is kept for them. */
  record Group(String category, int applicants, int reserved) {}

  ReserveTrial {
    groups = List.copyOf(groups);
  }

  Outcome under(ReserveOrder order) {
    var rule = new EqualPlaces(places, reserves(), order);
    var random = new SplittableRandom(seed);
    var everybody = everybody();
    var won = all().stream().collect(Collectors.toMap(Group::category, _ -> new int[rounds]));
    for (int round = 0; round < rounds; round++) {
      for (var winner : rule.winners(drawn(everybody, random))) {
        requireNonNull(won.get(winner.category()))[round]++;
      }
    }
    return new Outcome(order, all().stream().map(it -> share(it, won)).toList());
  }

  private Map<String, Integer> reserves() {
    return groups.stream().collect(Collectors.toMap(Group::category, Group::reserved));
  }

  private List<Group> all() {
    var all = new ArrayList<>(groups);
    all.add(new Group(NO_GROUP, others, 0));
    return all;
  }

  private String[] everybody() {
    return all().stream()
        .flatMap(group -> Collections.nCopies(group.applicants(), group.category()).stream())
        .toArray(String[]::new);
  }

  /** Everybody in an order drawn anew, with a number for the draw within the group alone. */
  private static List<Candidate> drawn(String[] categories, SplittableRandom random) {
    shuffle(categories, random);
    return IntStream.range(0, categories.length)
        .mapToObj(i -> new Candidate(i + 1, random.nextInt(), categories[i]))
        .toList();
  }

  private static void shuffle(String[] categories, SplittableRandom random) {
    for (int i = categories.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      var category = categories[i];
      categories[i] = categories[other];
      categories[other] = category;
    }
  }

  private Share share(Group group, Map<String, int[]> won) {
    var places = requireNonNull(won.get(group.category()));
    Arrays.sort(places);
    int tail = (int) (rounds * TAIL);
    return new Share(
        named(group.category()),
        group.applicants(),
        group.reserved(),
        Arrays.stream(places).average().orElse(0),
        places[tail],
        places[rounds - 1 - tail]);
  }

  private static @Nullable String named(String category) {
    return category.equals(NO_GROUP) ? null : category;
  }
}
