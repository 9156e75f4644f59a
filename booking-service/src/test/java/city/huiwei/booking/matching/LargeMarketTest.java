package city.huiwei.booking.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A city's market, and larger ones by {@code -Dmatching.families=1000000}: five choices, a class
 * for 200 families, every twentieth family with two children, places for nine of ten.
 */
class LargeMarketTest {

  private static final int FAMILIES = Integer.getInteger("matching.families", 100_000);
  private static final int FAMILIES_A_PLACE = 200;
  private static final int CHOICES = 5;
  private static final int EVERY = 20;

  @Test
  void aWholeCityIsMatchedAtOnce() {
    var market = new Market(places(), new Families());
    for (int run = 0; run < 3; run++) {
      var before = usedBytes();
      var start = System.nanoTime();
      var matched = Matching.of(market);
      var millis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "matching: %,d families, %d places: %,d ms, result and what is left over %,d MB, placed"
              + " %,d, blocking %d, rounds %d%n",
          FAMILIES,
          market.places().size(),
          millis,
          (usedBytes() - before) >> 20,
          matched.placed().size(),
          matched.blocking().size(),
          matched.rounds());
      assertThat(matched.placed().size()).isGreaterThan(FAMILIES * 8 / 10);
      assertThat(matched.blocking()).hasSizeLessThan(FAMILIES / 1_000 + 1);
    }
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<Place> places() {
    return IntStream.range(0, FAMILIES / FAMILIES_A_PLACE)
        .mapToObj(n ->
            new Place(
                "c" + n,
                FAMILIES_A_PLACE * 9 / 10,
                List.of(new Reserve("low-income", FAMILIES_A_PLACE / 10))))
        .toList();
  }

  /** Made as they are asked for: the test's own families would be most of the memory. */
  private static final class Families extends AbstractList<Family> {

    @Override
    public int size() {
      return FAMILIES;
    }

    @Override
    public Family get(int n) {
      var random = new Random(n * 31L + 7);
      var children = new ArrayList<Child>();
      var choices = new ArrayList<List<@Nullable String>>();
      var names =
          random
              .ints(0, FAMILIES / FAMILIES_A_PLACE)
              .distinct()
              .limit(CHOICES)
              .mapToObj(place -> "c" + place)
              .toList();
      for (int child = n % EVERY == 0 ? 2 : 1; child > 0; child--) {
        children.add(
            new Child(
                n + "k" + child,
                Map.of(
                    names.get(0), random.nextInt(4),
                    names.get(1), random.nextInt(4),
                    names.get(2), random.nextInt(4),
                    names.get(3), random.nextInt(4),
                    names.get(4), random.nextInt(4)),
                null));
      }
      for (var name : names) {
        choices.add(children.stream().<@Nullable String>map(_ -> name).toList());
      }
      return new Family(
          "f" + n,
          "%016x".formatted(random.nextLong()),
          random.nextInt(10) == 0 ? "low-income" : "general",
          children,
          choices);
    }
  }
}
