package city.huiwei.booking.programme;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.TestRules;
import city.huiwei.booking.form.Answers;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may apply for a place, and who comes first: each rule on both sides of its border. */
class ChildcareTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 15);

  private final Childcare childcare = new Childcare(TestRules.childcareRules());

  @ParameterizedTest
  @CsvSource({
    "2023-12-16, household, ''",
    "2023-12-15, household, ELIGIBILITY_TOO_OLD",
    "2026-12-01, permit, ''",
    "2026-12-01, elsewhere, ELIGIBILITY_RESIDENCE",
    "2023-12-15, elsewhere, 'ELIGIBILITY_TOO_OLD,ELIGIBILITY_RESIDENCE'",
  })
  void aChildUnderThreeOfThisCityMayApply(LocalDate born, String residence, String codes) {
    var answers = child(born).with(Answers.of("child.residence", residence));
    assertThat(codes(childcare.refusals(answers, TODAY))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, household, ''",
    "35, permit, ''",
    "36, permit, ELIGIBILITY_TOO_OLD",
    "36, elsewhere, 'ELIGIBILITY_TOO_OLD,ELIGIBILITY_RESIDENCE'",
  })
  void theSelfTestSaysWhatTheRulesWillSay(String months, String residence, String codes) {
    var answers = Answers.of("child.age-months", months, "child.residence", residence);
    assertThat(childcare.selfTest().mistakes(answers, TODAY)).isEmpty();
    assertThat(codes(childcare.selfTestRefusals(answers, TODAY))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3, general, 0",
    "low-income, 1, hardship, 0",
    "veteran, 2, merit, 0",
    "'veteran,low-income', 1, hardship, 0",
    "several-children, 3, general, 20",
    "'several-children,parents-work', 3, general, 30",
    "'merit,parents-work', 2, merit, 10",
  })
  void categoryGoesBeforePoints(String circumstances, int category, String code, int points) {
    var found = new Answers(Map.of("child.circumstances", List.of(circumstances.split(","))));
    var priority = childcare.priority(child(TODAY), found, TODAY);
    assertThat(priority).isEqualTo(new Priority(category, points));
    assertThat(childcare.category(category)).isEqualTo(code);
  }

  /** Who is too young today grows into a class; who is too old for it never does. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-14, infant, 6, 12, ''",
    "2025-12-16, infant, 6, 12, ''",
    "2025-12-15, infant, 6, 12, NO_FIT_AGE_CLASS",
    "2024-12-15, mixed, 18, 36, ''",
    "2024-12-15, mixed, 18, 24, NO_FIT_AGE_CLASS",
    "2024-12-15, another, 0, 36, NO_FIT_AGE_CLASS",
    "2024-12-15, mixed, 36, 48, NO_FIT_AGE_CLASS",
  })
  void aClassFitsUntilAChildHasGrownOutOfIt(
      LocalDate born, String type, int from, int to, String misfits) {
    var need = childcare.need(child(born), Answers.NONE, TODAY);
    assertThat(Childcare.bornIn(need)).isEqualTo(born);
    assertThat(String.join(",", childcare.misfits(need, place(type, from, to)))).isEqualTo(misfits);
  }

  @Test
  void eachCircumstanceIsProved() {
    var answers = child(TODAY).with(Answers.of("child.circumstances", "several-children"));
    assertThat(childcare.papers(answers))
        .containsExactly(
            "birth-certificate", "residence", "vaccination-book", "proof-of-several-children");
  }

  @Test
  void aNeedNamesNobody() {
    var need = childcare.need(child(TODAY), Answers.NONE, TODAY);
    assertThat(need.values()).containsOnlyKeys("child.born");
  }

  private static Answers child(LocalDate born) {
    return Answers.of(
        "child.identity", SamplePapers.identity(born, 2), "child.residence", "household");
  }

  private static Place place(String type, int from, int to) {
    return new Place(
        "cc-001.1",
        "cc-001",
        new Name("托育", "Childcare"),
        "op-tot",
        "childcare",
        "childcare-place",
        "futian",
        "",
        null,
        1,
        10,
        TODAY,
        TODAY.plusDays(1),
        Map.of("classType", type, "fromMonth", from, "toMonth", to));
  }

  private static String codes(List<Reason> reasons) {
    return String.join(",", reasons.stream().map(Reason::code).toList());
  }
}
