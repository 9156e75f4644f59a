package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatingPlanTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final SeatingAnswer FULL =
      new SeatingAnswer.Refused(SeatingAnswer.Reason.NO_PLACE_LEFT);
  private static final SeatingAnswer PINNED =
      new SeatingAnswer.Refused(SeatingAnswer.Reason.PINNED_STAYS_IN_THE_WAY);

  @Test
  void aLaterStayMakesRoomForARequestThatFitsOnEveryNight() {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(1, 4), "101", false));
    plan.take(new Stay(id(2), days(4, 8), "102", false));
    assertThat(plan.seat(new Request(id(3), days(1, 8)), DAY))
        .isEqualTo(
            new SeatingAnswer.Seated(Map.of(id(3), "101"), List.of(new Move(id(1), "101", "102"))));
  }

  /** Today is day 2; a stay from tomorrow on still moves, one from today on does not. */
  @ParameterizedTest
  @CsvSource({"3, false, true", "2, false, false", "1, false, false", "3, true, false"})
  void aStayThatHasBegunOrIsPinnedDoesNotMove(int from, boolean pinned, boolean seated) {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(from, 5), "101", pinned));
    plan.take(new Stay(id(2), days(5, 8), "102", true));
    var answer = plan.seat(new Request(id(3), days(2, 8)), DAY.plusDays(2));
    if (seated) {
      assertThat(answer).isInstanceOf(SeatingAnswer.Seated.class);
      assertThat(plan.unit(id(1))).contains("102");
    } else {
      assertThat(answer).isEqualTo(PINNED);
      assertThat(plan.unit(id(1))).contains("101");
    }
  }

  @Test
  void aNightOnWhichEveryUnitIsTakenRefuses() {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(3, 4), "101", false));
    plan.take(new Stay(id(2), days(3, 4), "102", false));
    assertThat(plan.seat(new Request(id(3), days(2, 5)), DAY)).isEqualTo(FULL);
    assertThat(plan.seat(new Request(id(4), days(4, 5)), DAY)).isNotEqualTo(FULL);
  }

  @Test
  void aGroupIsSeatedTogetherOrNotAtAll() {
    var plan = plan("101", "102", "103");
    plan.take(new Stay(id(1), days(1, 9), "102", false));
    var three =
        List.of(
            new Request(id(2), days(2, 4)),
            new Request(id(3), days(2, 4)),
            new Request(id(4), days(3, 5)));
    assertThat(plan.seat(three, DAY)).isEqualTo(FULL);
    assertThat(plan.free(days(2, 5))).isEqualTo(2);
    assertThat(plan.unit(id(2))).isEmpty();
    assertThat(plan.seat(three.subList(0, 2), DAY))
        .isEqualTo(new SeatingAnswer.Seated(Map.of(id(2), "101", id(3), "103"), List.of()));
  }

  @Test
  void aGroupMayNeedOthersToMove() {
    var plan = plan("101", "102", "103");
    plan.take(new Stay(id(1), days(1, 4), "101", false));
    plan.take(new Stay(id(2), days(4, 8), "102", false));
    var both = List.of(new Request(id(3), days(1, 8)), new Request(id(4), days(1, 8)));
    assertThat(plan.seat(both, DAY)).isInstanceOf(SeatingAnswer.Seated.class);
    assertThat(plan.unit(id(1))).isEqualTo(plan.unit(id(2)));
    assertThat(plan.free(days(1, 8))).isZero();
  }

  @Test
  void theUnitWithTheFewestIdleNightsBesideIsTaken() {
    var plan = plan("101", "102", "103", "104");
    plan.take(new Stay(id(1), days(1, 3), "101", false));
    plan.take(new Stay(id(2), days(1, 5), "102", false));
    plan.take(new Stay(id(3), days(9, 12), "103", false));
    plan.seat(new Request(id(4), days(5, 7)), DAY);
    assertThat(plan.unit(id(4))).contains("102");
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2", "3, 4, 1", "4, 6, 0", "6, 9, 1", "1, 9, 0", "8, 9, 1"})
  void freeIsWhatTheFullestNightLeaves(int from, int to, int free) {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(3, 6), "101", false));
    plan.take(new Stay(id(2), new Period(DAY.plusDays(4), null), "102", false));
    assertThat(plan.free(days(from, to))).isEqualTo(free);
  }

  @Test
  void aStayGivenBackFreesItsNights() {
    var plan = plan("101");
    plan.take(new Stay(id(1), days(3, 6), "101", true));
    assertThat(plan.seat(new Request(id(2), days(5, 7)), DAY)).isEqualTo(FULL);
    plan.giveBack(id(1));
    plan.giveBack(id(9));
    assertThat(plan.free(days(3, 6))).isEqualTo(1);
    assertThat(plan.seat(new Request(id(2), days(5, 7)), DAY)).isNotEqualTo(FULL);
  }

  @Test
  void anOpenEndTakesEveryLaterNightAndMovesLikeAnyOther() {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(1, 4), "101", false));
    plan.take(new Stay(id(2), new Period(DAY.plusDays(4), null), "102", false));
    assertThat(plan.free(days(9_000, 9_001))).isEqualTo(1);
    assertThat(plan.seat(new Request(id(3), new Period(DAY.plusDays(1), null)), DAY))
        .isInstanceOf(SeatingAnswer.Seated.class);
    assertThat(plan.free(days(9_000, 9_001))).isZero();
  }

  @Test
  void aUnitThatLeftTheStockIsNeitherOfferedNorCounted() {
    var plan = plan("101");
    plan.take(new Stay(id(1), days(1, 3), "gone", false));
    assertThat(plan.free(days(1, 3))).isEqualTo(1);
    assertThat(plan.unit(id(1))).isEmpty();
  }

  @Test
  void aPoolWithoutUnitsRefuses() {
    assertThat(plan().seat(new Request(id(1), days(1, 3)), DAY)).isEqualTo(FULL);
  }

  @Test
  void aNightTakenTwiceIsAFault() {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(1, 3), "101", false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.take(new Stay(id(2), days(2, 4), "101", false)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.take(new Stay(id(1), days(5, 6), "102", false)));
    assertThat(plan.free(days(1, 6))).isEqualTo(1);
  }

  @Test
  void askingTwiceForOneStayIsAFaultAndChangesNothing() {
    var plan = plan("101", "102");
    plan.take(new Stay(id(1), days(1, 3), "101", false));
    var again = List.of(new Request(id(2), days(1, 3)), new Request(id(1), days(5, 6)));
    var twice = List.of(new Request(id(2), days(1, 3)), new Request(id(2), days(5, 6)));
    assertThatIllegalArgumentException().isThrownBy(() -> plan.seat(again, DAY));
    assertThatIllegalArgumentException().isThrownBy(() -> plan.seat(twice, DAY));
    assertThat(plan.free(days(1, 6))).isEqualTo(1);
  }

  private static SeatingPlan plan(String... units) {
    return new SeatingPlan(List.of(units));
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Period days(int from, int to) {
    return new Period(DAY.plusDays(from), DAY.plusDays(to));
  }
}
