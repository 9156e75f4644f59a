package city.huiwei.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.seating.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan stands on one that is being written; whichever comes to be, nobody is left behind. */
class PlanTest {

  private static final String POOL = "gh-001.studio";
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final List<Timeline.Unit> UNITS =
      List.of(new Timeline.Unit("a", 1), new Timeline.Unit("b", 2), new Timeline.Unit("c", 3));

  /** What is in the table. */
  private final Map<UUID, Stay> written = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsRememberedIsWhatIsWritten(long seed) {
    var random = new Random(seed);
    var remembered = timeline(List.of());
    int moved = 0;
    for (int round = 0; round < 60; round++) {
      var first = plan(remembered, random);
      var second = plan(remembered, random);
      if (random.nextInt(4) == 0) {
        second.takeBack();
        first.takeBack();
      } else {
        first.keep();
        moved += write(first);
        if (random.nextBoolean()) {
          second.keep();
          moved += write(second);
        } else {
          second.takeBack();
        }
      }
      // Whoever reads the pool anew sees what is remembered.
      var read = timeline(List.copyOf(written.values()));
      assertThat(seats(remembered)).as("seed %d", seed).isEqualTo(seats(read));
      assertThat(free(remembered)).as("seed %d", seed).isEqualTo(free(read));
      assertThat(remembered.size()).as("seed %d", seed).isEqualTo(read.size());
    }
    assertThat(moved).as("seed %d: some made room", seed).isPositive();
  }

  private static Timeline timeline(List<Stay> stays) {
    var timeline = new Timeline("gh-001", new LaneMoment(1, 1, TODAY), UNITS);
    stays.forEach(timeline::take);
    return timeline;
  }

  private static Plan plan(Timeline timeline, Random random) {
    var plan = new Plan(Map.of(POOL, timeline), TODAY);
    var asks = new ArrayList<HoldAsk>();
    for (int n = 0; n < 2; n++) {
      var from = TODAY.plusDays(1 + random.nextInt(120));
      var id = new UUID(random.nextLong(), random.nextLong());
      asks.add(new HoldAsk(id, POOL, from, from.plusDays(1 + random.nextInt(7)), null));
    }
    plan.decide(asks);
    return plan;
  }

  /** How many of those who were there before make room. */
  private int write(Plan plan) {
    for (var hold : plan.made()) {
      if (hold.unit() != null) {
        var period = new Period(hold.period().from(), hold.period().to());
        written.put(hold.hold(), new Stay(hold.hold(), period, hold.unit(), false));
      }
    }
    plan.moved()
        .forEach(move ->
            written.computeIfPresent(
                move.hold(), (id, stay) -> new Stay(id, stay.period(), move.unit(), false)));
    return plan.moved().size();
  }

  private Map<UUID, String> seats(Timeline timeline) {
    var seats = new HashMap<UUID, String>();
    written
        .keySet()
        .forEach(id -> timeline.seating().unit(id).ifPresent(unit -> seats.put(id, unit)));
    return seats;
  }

  private static List<Integer> free(Timeline timeline) {
    return IntStream.range(0, 140)
        .mapToObj(TODAY::plusDays)
        .map(night -> timeline.seating().free(new Period(night, night.plusDays(1))))
        .toList();
  }
}
