package city.huiwei.booking.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduateHousingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final Applicant GRADUATE = new Applicant(true, 2026, 15);

  private final GraduateHousing housing =
      new GraduateHousing(
          new GraduateHousingRules("test", TODAY, "test", 15, 1, 15, 5, 7, 1, 2, 1, 1));

  @Test
  void aGraduateWithNightsLeftMayStayInTheWindow() {
    assertThat(codes(stay(5, 8), GRADUATE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, OUTSIDE_WINDOW", "5,", "7,", "8, OUTSIDE_WINDOW", "-1, PERIOD_IN_THE_PAST"})
  void aStayBeginsInsideTheWindow(int first, String refusal) {
    assertRefusal(codes(stay(first, first + 2), GRADUATE), refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, PERIOD_REVERSED",
    "0, TOO_FEW_NIGHTS",
    "1,",
    "15,",
    "16, TOO_MANY_NIGHTS NIGHTS_SPENT"
  })
  void aStayHasOneToFifteenNights(int nights, String refusals) {
    var codes = codes(stay(5, 5 + nights), GRADUATE);
    assertThat(codes)
        .containsExactlyElementsOf(refusals == null ? List.of() : List.of(refusals.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"2024, GRADUATION_TOO_LONG_AGO", "2025,", "2026,", ", GRADUATION_NOT_VERIFIED"})
  void graduatesOfThisYearAndTheLastMayStay(Integer year, String refusal) {
    assertRefusal(codes(stay(5, 6), new Applicant(true, year, 15)), refusal);
  }

  @ParameterizedTest
  @CsvSource({"2, NIGHTS_SPENT", "3,", "4,"})
  void nobodyStaysLongerThanTheNightsLeft(int left, String refusal) {
    assertRefusal(codes(stay(5, 8), new Applicant(true, 2026, left)), refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 5,",
    "4, 6, ALREADY_BOOKED",
    "6, 7, ALREADY_BOOKED",
    "7, 9, ALREADY_BOOKED",
    "8, 9,"
  })
  void nobodyStaysTwiceInOneNight(int from, int to, String refusal) {
    var guest = new Applicant(true, 2026, 15, List.of(stay(20, 21), stay(from, to)));
    assertRefusal(codes(stay(5, 8), guest), refusal);
  }

  @Test
  void staffDoNotBook() {
    assertThat(codes(stay(5, 6), new Applicant(false, null, 15)))
        .containsExactly("NOT_AN_APPLICANT");
  }

  @Test
  void allReasonsAreGivenAtOnce() {
    assertThat(codes(stay(9, 30), new Applicant(true, 2020, 3)))
        .containsExactly(
            "TOO_MANY_NIGHTS", "OUTSIDE_WINDOW", "GRADUATION_TOO_LONG_AGO", "NIGHTS_SPENT");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true"})
  void aBookingCanBeCancelledUntilTwoDaysBefore(int daysAhead, boolean possible) {
    assertThat(housing.isCancellable(TODAY.plusDays(daysAhead), TODAY)).isEqualTo(possible);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3", "5, 3"})
  void whoLeavesEarlyKeepsTheNightsStayedButAtLeastOne(int day, int kept) {
    var stay = new Wish(TODAY, TODAY.plusDays(3));
    assertThat(housing.nightsKeptAtDeparture(stay, TODAY.plusDays(day))).isEqualTo(kept);
  }

  @Test
  void whoNeverComesLosesOneNight() {
    assertThat(housing.nightsKeptAtNoShow(new Wish(TODAY, TODAY.plusDays(3)))).isEqualTo(1);
  }

  private static void assertRefusal(List<String> codes, String refusal) {
    assertThat(codes).containsExactlyElementsOf(refusal == null ? List.of() : List.of(refusal));
  }

  private List<String> codes(Wish wish, Applicant applicant) {
    return housing.refusals(wish, applicant, TODAY).stream()
        .map(refusal -> refusal.reason().code())
        .toList();
  }

  private static Wish stay(int from, int to) {
    return new Wish(TODAY.plusDays(from), TODAY.plusDays(to));
  }
}
