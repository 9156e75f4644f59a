package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plan may stand on one that is not written yet. Whatever is kept in the end, everybody sits as
 * if nothing else had ever been planned.
 */
class KeptPlanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final List<String> UNITS = List.of("a", "b", "c", "d");

  private final SeatingPlan plan = new SeatingPlan(UNITS);
  private final List<UUID> everybody = new ArrayList<>();

  /** Where everybody sat before a batch was planned, and the mark of it. */
  private record Before(long mark, Map<UUID, String> seats) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsTakenBackLeavesNoTraceAndWhatIsKeptStays(long seed) {
    var random = new Random(seed);
    var open = new ArrayDeque<Before>();
    int kept = 0;
    int takenBack = 0;
    for (int round = 0; round < 400; round++) {
      switch (random.nextInt(5)) {
        case 0, 1 -> planABatch(open, random);
        case 2, 3 -> kept += keepTheFirst(open);
        default -> takenBack += takeBackAll(open, seed);
      }
    }
    assertThat(kept).isGreaterThan(20);
    assertThat(takenBack).isGreaterThan(20);
  }

  private void planABatch(Deque<Before> open, Random random) {
    if (open.size() == 2) {
      return;
    }
    open.add(new Before(plan.mark(), seats()));
    for (int asked = 0; asked < 3; asked++) {
      var id = new UUID(random.nextLong(), random.nextLong());
      var from = TODAY.plusDays(1 + random.nextInt(60));
      everybody.add(id);
      plan.seat(new Request(id, new Period(from, from.plusDays(1 + random.nextInt(6)))), TODAY);
    }
  }

  /** What the second stands on can no longer be taken back with it. */
  private int keepTheFirst(Deque<Before> open) {
    if (open.isEmpty()) {
      return 0;
    }
    open.removeFirst();
    plan.keep(open.isEmpty() ? plan.mark() : open.getFirst().mark());
    return 1;
  }

  private int takeBackAll(Deque<Before> open, long seed) {
    if (open.isEmpty()) {
      return 0;
    }
    var first = open.getFirst();
    plan.takeBack(first.mark());
    assertThat(seats()).as("seed %d", seed).isEqualTo(first.seats());
    open.clear();
    return 1;
  }

  private Map<UUID, String> seats() {
    var seats = new HashMap<UUID, String>();
    everybody.forEach(id -> plan.unit(id).ifPresent(unit -> seats.put(id, unit)));
    return seats;
  }
}
