package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.seating.ArrangementAnswer.Arranged;
import city.huiwei.inventory.seating.ArrangementAnswer.Reason;
import city.huiwei.inventory.seating.ArrangementAnswer.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff move, exchange and block by hand; what cannot be leaves the chart as it was. */
class RearrangementTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final List<String> UNITS = List.of("a", "b", "c");

  private final SeatingPlan plan = new SeatingPlan(UNITS);

  @Test
  void aStayMovesWhereTheUnitIsFreeOnAllItsNights() {
    var stay = stay("a", 1, 4);
    assertThat(arrange(new Arrangement.Transfer(stay, "a", "b")))
        .isEqualTo(new Arranged(List.of(new Move(stay, "a", "b"))));
    assertThat(plan.unit(stay)).contains("b");
  }

  @Test
  void whoLeavesInTheMorningIsNotInTheWay() {
    stay("b", 0, 1);
    stay("b", 4, 6);
    assertThat(arrange(new Arrangement.Transfer(stay("a", 1, 4), "a", "b")))
        .isInstanceOf(Arranged.class);
  }

  @Test
  void allThatStandsAgainstAMoveIsSaidAtOnce() {
    var begun = pinned("a", -2, 4);
    stay("b", 3, 5);
    assertThat(reasons(new Arrangement.Transfer(begun, "c", "b")))
        .containsExactly(
            Reason.STAY_ELSEWHERE, Reason.STAY_BEGUN, Reason.STAY_PINNED, Reason.UNIT_TAKEN);
    assertThat(reasons(new Arrangement.Transfer(stay("c", 1, 2), "c", "z")))
        .containsExactly(Reason.UNIT_UNFIT);
    assertThat(reasons(new Arrangement.Transfer(UUID.randomUUID(), "a", "b")))
        .containsExactly(Reason.STAY_ENDED);
    assertThat(plan.unit(begun)).contains("a");
  }

  @Test
  void whoArrivesTodayMovesAndWhoArrivedYesterdayDoesNot() {
    assertThat(arrange(new Arrangement.Transfer(stay("a", 0, 3), "a", "b")))
        .isInstanceOf(Arranged.class);
    assertThat(reasons(new Arrangement.Transfer(stay("c", -1, 3), "c", "a")))
        .containsExactly(Reason.STAY_BEGUN);
  }

  @Test
  void twoStaysExchangeTheirUnitsUnlessAThirdIsInTheWay() {
    var one = stay("a", 1, 4);
    var two = stay("b", 2, 6);
    assertThat(arrange(new Arrangement.Exchange(one, "a", two, "b"))).isInstanceOf(Arranged.class);
    assertThat(plan.unit(one)).contains("b");
    assertThat(plan.unit(two)).contains("a");
    stay("b", 5, 7);
    assertThat(reasons(new Arrangement.Exchange(one, "b", two, "a")))
        .containsExactly(Reason.UNIT_TAKEN);
    assertThat(plan.unit(two)).contains("a");
  }

  @Test
  void aStayExchangedWithItselfStaysWhereItIs() {
    var one = stay("a", 1, 4);
    assertThat(arrange(new Arrangement.Exchange(one, "a", one, "a")))
        .isEqualTo(new Arranged(List.of()));
    assertThat(plan.free(nights(1, 4))).isEqualTo(2);
  }

  @Test
  void aBlockOverAStayIsRefusedOrSeatsItElsewhere() {
    var inTheWay = stay("a", 2, 5);
    var other = stay("b", 4, 6);
    assertThat(reasons(block("a", 1, 9, false))).containsExactly(Reason.UNIT_TAKEN);
    assertThat(arrange(block("a", 1, 9, true)))
        .isEqualTo(new Arranged(List.of(new Move(inTheWay, "a", "c"))));
    assertThat(plan.unit(other)).contains("b");
    // What is blocked, nobody gets and nobody moves.
    assertThat(plan.seat(new Request(UUID.randomUUID(), nights(6, 9)), TODAY))
        .isInstanceOf(SeatingAnswer.Seated.class);
    assertThat(plan.free(nights(6, 9))).isEqualTo(1);
  }

  @Test
  void aBlockWhoseGuestsFitNowhereElseIsRefusedAndNobodyHasMoved() {
    var inTheWay = stay("a", 2, 5);
    stay("b", 1, 6);
    stay("c", 3, 4);
    assertThat(reasons(block("a", 1, 9, true))).containsExactly(Reason.NO_ROOM_ELSEWHERE);
    assertThat(plan.unit(inTheWay)).contains("a");
    assertThat(plan.free(nights(3, 4))).isZero();
    assertThat(reasons(block("z", 1, 9, true))).containsExactly(Reason.UNIT_UNFIT);
  }

  @Test
  void aBlockOverAGuestWhoIsThereIsRefused() {
    stay("a", -1, 3);
    pinned("b", 1, 3);
    assertThat(reasons(block("a", 0, 9, true))).contains(Reason.STAY_BEGUN);
    assertThat(reasons(block("b", 0, 9, true))).contains(Reason.STAY_PINNED);
  }

  /** Whatever is asked: what is refused changes nothing, and nobody shares a night. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsRefusedChangesNothing(long seed) {
    var random = new Random(seed);
    var stays = new HashMap<UUID, Period>();
    for (int n = 0; n < 10; n++) {
      var from = random.nextInt(12) - 2;
      var request = new Request(id(random), nights(from, from + 1 + random.nextInt(4)));
      if (plan.seat(request, TODAY.minusDays(5)) instanceof SeatingAnswer.Seated) {
        stays.put(request.id(), request.period());
      }
    }
    int refused = 0;
    int arranged = 0;
    for (int step = 0; step < 400; step++) {
      var before = seats(stays);
      var wanted = wanted(random, List.copyOf(stays.keySet()));
      if (arrange(wanted) instanceof Refused) {
        assertThat(seats(stays)).as("seed %d, %s", seed, wanted).isEqualTo(before);
        refused++;
      } else {
        arranged++;
        if (wanted instanceof Arrangement.Block block) {
          plan.giveBack(block.id());
        }
      }
      assertThat(sharedNights(stays)).as("seed %d, %s", seed, wanted).isZero();
    }
    assertThat(refused).as("seed %d", seed).isGreaterThan(50);
    assertThat(arranged).as("seed %d", seed).isGreaterThan(50);
  }

  private Arrangement wanted(Random random, List<UUID> stays) {
    var stay = stays.get(random.nextInt(stays.size()));
    var other = stays.get(random.nextInt(stays.size()));
    var unit = UNITS.get(random.nextInt(UNITS.size()));
    var from = random.nextInt(10);
    return switch (random.nextInt(3)) {
      case 0 -> new Arrangement.Transfer(stay, unitOf(stay), unit);
      case 1 -> new Arrangement.Exchange(stay, unitOf(stay), other, unitOf(other));
      default ->
          new Arrangement.Block(
              id(random), unit, nights(from, from + 1 + random.nextInt(3)), random.nextBoolean());
    };
  }

  private String unitOf(UUID stay) {
    return plan.unit(stay).orElseThrow();
  }

  private Map<UUID, String> seats(Map<UUID, Period> stays) {
    return stays.keySet().stream().collect(Collectors.toMap(id -> id, this::unitOf));
  }

  private long sharedNights(Map<UUID, Period> stays) {
    return stays.entrySet().stream()
        .flatMap(one -> stays.entrySet().stream().map(two -> List.of(one, two)))
        .filter(pair -> pair.getFirst().getKey().compareTo(pair.getLast().getKey()) < 0)
        .filter(pair -> unitOf(pair.getFirst().getKey()).equals(unitOf(pair.getLast().getKey())))
        .filter(pair -> pair.getFirst().getValue().overlaps(pair.getLast().getValue()))
        .count();
  }

  private ArrangementAnswer arrange(Arrangement wanted) {
    return plan.arrange(wanted, TODAY);
  }

  private List<Reason> reasons(Arrangement wanted) {
    return ((Refused) arrange(wanted)).reasons();
  }

  private static Arrangement block(String unit, int from, int to, boolean reseating) {
    return new Arrangement.Block(UUID.randomUUID(), unit, nights(from, to), reseating);
  }

  private UUID stay(String unit, int from, int to) {
    var id = UUID.randomUUID();
    plan.take(new Stay(id, nights(from, to), unit, false));
    return id;
  }

  private UUID pinned(String unit, int from, int to) {
    var id = UUID.randomUUID();
    plan.take(new Stay(id, nights(from, to), unit, true));
    return id;
  }

  private static Period nights(int from, int to) {
    return new Period(TODAY.plusDays(from), TODAY.plusDays(to));
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
