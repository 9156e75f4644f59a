package city.huiwei.booking.round;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.childcare.Capacity;
import city.huiwei.booking.childcare.ChildcareClass;
import city.huiwei.booking.childcare.ClassCount;
import city.huiwei.booking.matching.Matched;
import city.huiwei.booking.matching.Matching;
import city.huiwei.booking.programme.AgeClass;
import city.huiwei.booking.programme.Childcare;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Own list, own key and the public cut-offs give one's own result, on thousands of seeded rounds;
 * who has a seat keeps it or has a better one.
 */
@NullUnmarked
class WhyTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final AgeClass AGES = new AgeClass("young-toddler", 12, 24, 15, 5);
  private static final int ROUNDS = 2_000;

  private final Childcare programme = new Childcare(TestRules.childcareRules());

  @Test
  void everyFamilyReckonsItsOwnResult() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var round = new RandomRound(new Random(seed), programme);
      var matched = Matching.of(round.market.market());
      assertThat(matched.blocking()).as("seed %d", seed).isEmpty();
      for (var family : round.families) {
        var child = family.children().getFirst();
        var placed = matched.placed().get(child.application().toString());
        assertThat(reckoned(round, family, matched)).as("seed %d", seed).isEqualTo(placed);
      }
    }
  }

  @Test
  void whoHasASeatIsNeverPutOut() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var round = new RandomRound(new Random(seed), programme);
      var placed = Matching.of(round.market.market()).placed();
      for (var family : round.families) {
        for (var child : family.children()) {
          if (child.seat() != null) {
            assertThat(placed).as("seed %d", seed).containsKey(child.application().toString());
          }
        }
      }
    }
  }

  /** The control: with another's cut-offs a result is not always what was given. */
  @Test
  void otherCutOffsGiveOtherResults() {
    int different = 0;
    for (int seed = 0; seed < 200; seed++) {
      var round = new RandomRound(new Random(seed), programme);
      var matched = Matching.of(round.market.market());
      var none = new Matched(matched.placed(), matched.blocking(), List.of(), 0);
      for (var family : round.families) {
        var child = family.children().getFirst().application().toString();
        if (!Objects.equals(reckoned(round, family, none), matched.placed().get(child))) {
          different++;
        }
      }
    }
    assertThat(different).isPositive();
  }

  private String reckoned(RandomRound round, RoundFamily family, Matched matched) {
    var child = family.children().getFirst();
    var wishes =
        WishList.of(
            List.of(child.application()),
            family.choices().stream().map(RoundFamily.Choice::pools).toList());
    var own =
        new Placement(
            child.application(),
            family.entry(),
            family.number(),
            programme.category(family.category()),
            child.points(),
            round.market.priorities(family, child),
            child.seat(),
            null,
            null);
    return Why.of(wishes, List.of(own), matched.cutOffs()).choices().stream()
        .map(choice -> choice.options().getFirst())
        .filter(Why.Option::getsIn)
        .map(Why.Option::pool)
        .findFirst()
        .orElse(child.seat());
  }

  /** A small round of families with one child. */
  private static final class RandomRound {

    final List<RoundFamily> families = new ArrayList<>();
    final RoundMarket market;

    RandomRound(Random random, Childcare programme) {
      var classes =
          IntStream.range(0, random.nextInt(2, 5))
              .mapToObj(n -> count("s" + n + ".c", random.nextInt(4)))
              .toList();
      var free = new ArrayList<String>();
      classes.forEach(it -> free.addAll(Collections.nCopies(it.capacity().places(), pool(it))));
      Collections.shuffle(free, random);
      for (int n = 0; n < random.nextInt(1, 9); n++) {
        families.add(family(n, classes, random, free));
      }
      market = new RoundMarket(programme, classes, families);
    }

    private static RoundFamily family(
        int n, List<ClassCount> classes, Random random, List<String> free) {
      var seat = random.nextInt(4) == 0 && !free.isEmpty() ? free.removeLast() : null;
      var id = new UUID(0, n);
      var account = new UUID(1, random.nextInt(6));
      var child =
          new Candidate(
              id, account, DAY.minusMonths(15), random.nextInt(1, 4), 10 * random.nextInt(3), seat);
      var pools = new ArrayList<>(classes.stream().map(RandomRound::pool).toList());
      Collections.shuffle(pools, random);
      var choices = new ArrayList<RoundFamily.Choice>();
      for (var pool : pools.subList(0, random.nextInt(pools.size() + 1))) {
        if (!pool.equals(seat)) {
          choices.add(new RoundFamily.Choice(choices.size() + 1, List.of(pool)));
        }
      }
      return new RoundFamily(
          id, "%064x".formatted(random.nextInt(1 << 30)), List.of(child), choices);
    }

    private static String pool(ClassCount it) {
      return it.of().pool();
    }

    private static ClassCount count(String pool, int places) {
      var it = new ChildcareClass(pool, pool.substring(0, 2), "op-tot", "futian", AGES, places);
      return new ClassCount(it, place(pool), new Capacity(places, Capacity.Limit.UNITS), 0, null);
    }

    private static Place place(String pool) {
      return new Place(
          pool,
          pool.substring(0, 2),
          new Name("园", "Nursery"),
          "op-tot",
          "childcare",
          "childcare-place",
          "futian",
          "",
          null,
          1,
          1,
          DAY,
          DAY.plusDays(1),
          Map.of());
    }
  }
}
