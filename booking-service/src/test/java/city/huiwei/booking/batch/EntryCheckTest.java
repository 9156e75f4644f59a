package city.huiwei.booking.batch;

import static city.huiwei.booking.batch.Samples.FIRST;
import static city.huiwei.booking.batch.Samples.LAST;
import static city.huiwei.booking.batch.Samples.RULES;
import static city.huiwei.booking.batch.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.huiwei.booking.batch.EntryRequest.AskedWish;
import city.huiwei.booking.contract.Way;
import city.huiwei.booking.programme.Applicant;
import city.huiwei.booking.programme.GraduateHousing;
import city.huiwei.booking.programme.GraduateHousingRules;
import city.huiwei.booking.programme.Wish;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class EntryCheckTest {

  private static final String STUDIO = "gh-001.studio";
  private static final String FLAT = "gh-001.one-bedroom";
  private static final Applicant GRADUATE = new Applicant(true, 2026, 15);

  private final GraduateHousing housing =
      new GraduateHousing(
          new GraduateHousingRules("test", TODAY, "test", 15, 1, 15, 5, 7, 1, 2, 1, 1));
  private final EntryCheck check =
      new EntryCheck(
          Samples.batch(Way.DRAW, List.of(new Reserve(Category.URGENT, 2)), List.of()),
          RULES,
          housing,
          TODAY);

  @Test
  void aListOfTheBatchsRoomsWithinItsDatesIsFine() {
    assertThat(codes(List.of(wish(STUDIO, 0, 15), wish(FLAT, 20, 30)), GRADUATE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 3, WISH_OUTSIDE_DATES",
    "0, 1,",
    "15, 30,",
    "15, 31, TOO_MANY_NIGHTS WISH_OUTSIDE_DATES NIGHTS_SPENT",
    "5, 5, TOO_FEW_NIGHTS",
    "5, 4, PERIOD_REVERSED"
  })
  void aStayLiesInTheBatchsDates(int from, int to, String codes) {
    assertThat(codes(List.of(wish(STUDIO, from, to)), GRADUATE))
        .containsExactlyInAnyOrderElementsOf(split(codes));
  }

  @ParameterizedTest
  @CsvSource({"0, WISHES_NUMBER", "1,", "3,", "4, WISHES_NUMBER"})
  void aListHasOneWishToTheMostThatTheRulesName(int wishes, String codes) {
    var many = new ArrayList<AskedWish>();
    for (int i = 0; i < wishes; i++) {
      many.add(wish(i == 0 ? STUDIO : i == 1 ? FLAT : "pool-" + i, 0, 3));
    }
    assertThat(codes(many, GRADUATE).stream().filter(code -> !code.equals("WISH_NOT_IN_BATCH")))
        .containsExactlyElementsOf(split(codes));
  }

  @Test
  void whatIsWishedTwiceOrNotReleasedIsNamed() {
    assertThat(check.refusals(List.of(wish(STUDIO, 0, 3), wish(STUDIO, 4, 6)), GRADUATE))
        .extracting(refusal -> refusal.reason().code(), refusal -> refusal.reason().field())
        .containsExactly(tuple("WISH_TWICE", "wishes[1].pool"));
    assertThat(codes(List.of(wish("gh-009.studio", 0, 3)), GRADUATE))
        .containsExactly("WISH_NOT_IN_BATCH");
  }

  @ParameterizedTest
  @CsvSource({"-1, SLACK_DAYS", "0,", "7,", "8, SLACK_DAYS", ","})
  void datesMoveByAWeekAtMost(Integer slack, String code) {
    var wish = new AskedWish(STUDIO, FIRST.plusDays(8), FIRST.plusDays(10), slack, null);
    assertThat(codes(List.of(wish), GRADUATE)).containsExactlyElementsOf(split(code));
  }

  @ParameterizedTest
  @CsvSource({"0, LEAST_NIGHTS", "1,", "5,", "6, LEAST_NIGHTS", ","})
  void aPartOfTheStayIsAPart(Integer least, String code) {
    var wish = new AskedWish(STUDIO, FIRST, FIRST.plusDays(5), 0, least);
    assertThat(codes(List.of(wish), GRADUATE)).containsExactlyElementsOf(split(code));
  }

  @ParameterizedTest
  @CsvSource({"5, 5,", "4, 5, NIGHTS_SPENT", "4, 4,", "1, 1,", "0, 1, NIGHTS_SPENT"})
  void theShortestStayThatWouldDoHasToBeLeft(int left, int least, String code) {
    var wish = new AskedWish(STUDIO, FIRST, FIRST.plusDays(5), 0, least);
    assertThat(codes(List.of(wish), new Applicant(true, 2026, left)))
        .containsExactlyElementsOf(split(code));
  }

  @Test
  void whatIsWrongWithThePersonIsSaidOnceAndWithTheRest() {
    var stranger = new Applicant(true, null, 15, List.of(new Wish(FIRST, FIRST.plusDays(2))));
    assertThat(codes(List.of(wish(STUDIO, 0, 3), wish("nowhere", 1, 4)), stranger))
        .containsExactlyInAnyOrder(
            "GRADUATION_NOT_VERIFIED", "ALREADY_BOOKED", "ALREADY_BOOKED", "WISH_NOT_IN_BATCH");
  }

  @Test
  void whatIsMissingIsNamedByItsField() {
    assertThat(check.refusals(List.of(new AskedWish(null, FIRST, null, null, null)), GRADUATE))
        .extracting(refusal -> refusal.reason().field())
        .containsExactly("wishes[0].pool", "wishes[0].to");
  }

  @Test
  void onlyWherePlacesAreSetAsideItCanBeUrgent() {
    assertThat(check.urgency("a fire")).isEmpty();
    assertThat(check.urgency(" ")).isEmpty();
    assertThat(check.urgency("x".repeat(2_001))).hasSize(1);
    var without =
        new EntryCheck(Samples.batch(Way.DRAW, List.of(), List.of()), RULES, housing, TODAY);
    assertThat(without.urgency("a fire"))
        .extracting(refusal -> refusal.reason().code())
        .containsExactly("URGENCY_UNWANTED");
  }

  @Test
  void theListsHashIsOfItsTextAndItsOrderMatters() {
    var first = new RankedWish(STUDIO, FIRST, LAST, 2, 5);
    var second = new RankedWish(FLAT, FIRST, LAST, 0, 30);
    assertThat(ChoicesHash.text(List.of(first, second)))
        .isEqualTo(
            "gh-001.studio@2027-02-01/2027-03-03~2+5>gh-001.one-bedroom@2027-02-01/2027-03-03~0+30");
    assertThat(ChoicesHash.of(List.of(first, second)))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(ChoicesHash.of(List.of(second, first)));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3", "3, 3", "40, 3"})
  void eachBatchLostIsOneMoreChanceAndThreeAreTheMost(int lost, int chances) {
    assertThat(Chances.after(lost)).isEqualTo(chances);
  }

  private static AskedWish wish(String pool, int from, int to) {
    return new AskedWish(pool, FIRST.plusDays(from), FIRST.plusDays(to), null, null);
  }

  private List<String> codes(List<AskedWish> wishes, Applicant applicant) {
    return check.refusals(wishes, applicant).stream()
        .map(refusal -> refusal.reason().code())
        .toList();
  }

  private static List<String> split(String codes) {
    return codes == null ? List.of() : List.of(codes.split(" "));
  }
}
