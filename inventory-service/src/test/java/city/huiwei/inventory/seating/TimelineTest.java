package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @ParameterizedTest
  @CsvSource({
    "5, 8, false",
    "8, 11, true",
    "7, 9, false",
    "4, 6, false",
    "5, 9, false",
    "6, 7, false",
    "4, 9, false",
    "1, 5, true"
  })
  void oneTenantMayMoveInOnTheDayAnotherLeaves(int from, int to, boolean fits) {
    var timeline = new Timeline(List.of("101"));
    timeline.take("101", days(5, 8));
    assertThat(timeline.tightest(days(from, to)).isPresent()).isEqualTo(fits);
  }

  @Test
  void theUnitWithTheFewestIdleNightsBesideIsTaken() {
    var timeline = new Timeline(List.of("101", "102", "103"));
    timeline.take("101", days(1, 3));
    timeline.take("102", days(1, 5));
    timeline.take("103", days(9, 12));
    assertThat(timeline.tightest(days(5, 7))).contains("102");
  }

  @Test
  void anOpenEndTakesEveryLaterNight() {
    var timeline = new Timeline(List.of("bed"));
    timeline.take("bed", new Period(DAY.plusDays(5), null));
    assertThat(timeline.tightest(days(1, 5))).contains("bed");
    assertThat(timeline.tightest(days(300, 301))).isEmpty();
    assertThat(timeline.tightest(new Period(DAY, null))).isEmpty();
  }

  @Test
  void aUnitThatLeftTheStockIsNotOffered() {
    var timeline = new Timeline(List.of("101"));
    timeline.take("gone", days(1, 3));
    timeline.take("101", days(1, 3));
    assertThat(timeline.tightest(days(1, 3))).isEmpty();
  }

  /**
   * Against the plainest way to say it: a unit is offered if and only if one is free every night.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void offersAUnitExactlyWhenOneIsFreeOnEveryNight(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      var units = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(n -> "unit" + n).toList();
      var timeline = new Timeline(units);
      Map<String, List<Period>> taken = new HashMap<>();
      units.forEach(unit -> taken.put(unit, new ArrayList<>()));
      for (int request = 0; request < 25; request++) {
        var wanted = randomPeriod(random);
        var free = units.stream().filter(unit -> isFree(taken.get(unit), wanted)).toList();
        var offered = timeline.tightest(wanted);
        assertThat(offered.isPresent()).as("seed %d", seed).isEqualTo(!free.isEmpty());
        offered.ifPresent(unit -> {
          assertThat(free).as("seed %d", seed).contains(unit);
          timeline.take(unit, wanted);
          taken.computeIfAbsent(unit, _ -> new ArrayList<>()).add(wanted);
        });
      }
    }
  }

  private static boolean isFree(@Nullable List<Period> taken, Period wanted) {
    return taken != null && taken.stream().noneMatch(wanted::overlaps);
  }

  private static Period randomPeriod(Random random) {
    int from = random.nextInt(30);
    return random.nextInt(20) == 0
        ? new Period(DAY.plusDays(from), null)
        : days(from, from + 1 + random.nextInt(6));
  }

  private static Period days(int from, int to) {
    return new Period(DAY.plusDays(from), DAY.plusDays(to));
  }
}
