package city.huiwei.booking.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A large market, and larger ones by {@code -Dmatching.families=1000000}: five choices, a class for
 * 200 families, places for nine of ten.
 */
class LargeMarketTest {

  private static final int FAMILIES = Integer.getInteger("matching.families", 20_000);
  private static final int FAMILIES_A_PLACE = 200;
  private static final int CHOICES = 5;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Test
  void aWholeCityIsMatchedAtOnce() {
    assertThat(look(market(FAMILIES, Integer.MAX_VALUE)).blocking()).isEmpty();
  }

  @Test
  void everyTwentiethFamilyHasTwoChildrenWhoGoTogether() {
    assertThat(look(market(FAMILIES / 5, 20)).blocking()).hasSizeLessThan(2);
  }

  private static Matched look(Market market) {
    Matched matched = Matching.of(market);
    for (int run = 0; run < 3; run++) {
      var before = usedBytes();
      var start = CPU.getCurrentThreadCpuTime();
      matched = Matching.of(market);
      System.out.printf(
          "matching: %,d families, %d places: %,d ms; the result is %,d MB; placed %,d, blocking"
              + " %d, rounds %d%n",
          market.families().size(),
          market.places().size(),
          (CPU.getCurrentThreadCpuTime() - start) / 1_000_000,
          (usedBytes() - before) >> 20,
          matched.placed().size(),
          matched.blocking().size(),
          matched.rounds());
    }
    assertThat(matched.placed().size()).isGreaterThan(market.families().size() * 8 / 10);
    return matched;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Every so many families have two children, who want to be together. */
  private static Market market(int families, int every) {
    var places =
        IntStream.range(0, families / FAMILIES_A_PLACE)
            .mapToObj(n ->
                new Place(
                    "c" + n,
                    FAMILIES_A_PLACE * 9 / 10,
                    List.of(new Reserve("low-income", FAMILIES_A_PLACE / 10))))
            .toList();
    var random = new Random(7);
    return new Market(
        places,
        IntStream.range(0, families)
            .mapToObj(n -> family(n, n % every == every - 1 ? 2 : 1, places, random))
            .toList());
  }

  private static Family family(int n, int children, List<Place> places, Random random) {
    var names =
        random
            .ints(0, places.size())
            .distinct()
            .limit(CHOICES)
            .mapToObj(place -> places.get(place).id())
            .toList();
    return new Family(
        "f" + n,
        "%016x".formatted(random.nextLong()),
        random.nextInt(10) == 0 ? "low-income" : "general",
        IntStream.range(0, children)
            .mapToObj(child -> child(n + "k" + child, names, random))
            .toList(),
        names.stream().map(name -> together(name, children)).toList());
  }

  private static Child child(String id, List<String> names, Random random) {
    var priority = new HashMap<String, Integer>();
    names.forEach(name -> priority.put(name, random.nextInt(4)));
    return new Child(id, priority, null);
  }

  private static List<@Nullable String> together(String name, int children) {
    var choice = new ArrayList<@Nullable String>();
    for (int child = 0; child < children; child++) {
      choice.add(name);
    }
    return choice;
  }
}
