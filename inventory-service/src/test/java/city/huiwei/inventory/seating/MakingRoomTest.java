package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to make room by itself, as one may stand in for another in the whole plan. */
class MakingRoomTest {

  private static final int TODAY = 20_000;
  private static final int UNITS = 12;

  private int asked;
  private int seated;

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void swappedTailsAlwaysMakeRoomWhereNoLaterStayIsPinned(long seed) {
    ask(seed, false, (chart, wanted) -> new TailSwap(chart, TODAY).seat(wanted));
    assertThat(seated).as("seed %d", seed).isEqualTo(asked).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {54, 55})
  void swappedTailsMoveNoPinnedStay(long seed) {
    ask(seed, true, (chart, wanted) -> new TailSwap(chart, TODAY).seat(wanted));
    assertThat(seated).as("seed %d", seed).isBetween(asked / 4, asked);
  }

  @ParameterizedTest
  @CsvSource({"56, true", "57, false"})
  void theOrderOfStartOftenMakesRoom(long seed, boolean pins) {
    ask(seed, pins, (chart, wanted) -> new StartOrder(chart, TODAY).seat(wanted));
    assertThat(seated).as("seed %d", seed).isBetween(asked / 4, asked);
  }

  @ParameterizedTest
  @CsvSource({"58, true", "59, false"})
  void threeMovesOftenMakeRoom(long seed, boolean pins) {
    ask(seed, pins, (chart, wanted) -> new Ejection(chart, TODAY, 500).seat(wanted, 3));
    assertThat(seated).as("seed %d", seed).isBetween(asked / 4, asked);
  }

  /** Fills pools and asks whenever a request fits on every night but in no unit as it is. */
  private void ask(long seed, boolean pins, BiPredicate<Chart, Seat> way) {
    var random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      var chart = new Chart(UNITS);
      for (int n = 0; n < 200; n++) {
        var from = TODAY - (n < 15 ? random.nextInt(3) : -random.nextInt(25));
        var pinned = pins && random.nextInt(5) == 0;
        var id = new UUID(seed, n);
        var seat = Seat.of(id, from, from + 1 + random.nextInt(9), Seat.NOWHERE, pinned);
        var free = chart.tightest(seat);
        if (free != Seat.NOWHERE) {
          chart.add(seat.on(free));
        } else if (!chart.hasFullNight(seat)) {
          ask(seed, chart, seat, way);
        }
      }
    }
  }

  private void ask(long seed, Chart chart, Seat wanted, BiPredicate<Chart, Seat> way) {
    chart.settle();
    var mark = chart.mark();
    var before = seats(chart);
    var isSeated = way.test(chart, wanted);
    var after = seats(chart);
    asked++;
    if (isSeated) {
      seated++;
      assertThat(after.remove(wanted.id())).as("seed %d", seed).isNotNull();
      assertThat(after.keySet()).as("seed %d", seed).isEqualTo(before.keySet());
      before.values().stream()
          .filter(seat -> !seat.mayMove(TODAY))
          .forEach(seat -> assertThat(after).as("seed %d", seed).containsValue(seat));
      chart.movedSince(mark).forEach(seat -> assertThat(after).doesNotContainValue(seat));
    } else {
      assertThat(after).as("seed %d", seed).isEqualTo(before);
      assertThat(chart.mark()).as("seed %d", seed).isEqualTo(mark);
    }
  }

  private static Map<UUID, Seat> seats(Chart chart) {
    var seats = new HashMap<UUID, Seat>();
    chart.seats().forEach(seat -> seats.put(seat.id(), seat));
    return seats;
  }
}
