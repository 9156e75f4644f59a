package city.huiwei.booking.programme;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ElderCareRules.Circumstance;
import city.huiwei.booking.programme.ElderCareRules.PriorityClass;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may have a bed, who comes first, and which bed fits: each rule on both sides of its border.
 */
class ElderCareTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final ElderCare care =
      new ElderCare(
          new ElderCareRules(
              "1",
              TODAY,
              "the city",
              60,
              12,
              1,
              List.of(
                  new PriorityClass(List.of(new Circumstance("destitute", false, null))),
                  new PriorityClass(
                      List.of(
                          new Circumstance("low-income", true, null),
                          new Circumstance("merit", false, null))),
                  new PriorityClass(
                      List.of(
                          new Circumstance(null, true, null), new Circumstance(null, false, 80)))),
              List.of(0, 10, 20, 30, 40),
              3,
              10,
              20,
              21));

  @ParameterizedTest
  @CsvSource({
    "60, yes, 2025-12-02, ''",
    "59, yes, 2025-12-02, ELIGIBILITY_TOO_YOUNG",
    "60, yes, 2025-12-01, ELIGIBILITY_ASSESSMENT_TOO_OLD",
    "60, no, , ELIGIBILITY_NOT_ASSESSED",
    "59, no, , 'ELIGIBILITY_TOO_YOUNG,ELIGIBILITY_NOT_ASSESSED'",
  })
  void theSelfTestSaysWhatTheRulesWillSay(
      String age, String isAssessed, @Nullable String assessed, String codes) {
    var answers = Answers.of("elder.age", age, "elder.is-assessed", isAssessed);
    var all = assessed == null ? answers : answers.with(Answers.of("elder.assessed-on", assessed));
    assertThat(care.selfTest().mistakes(all, TODAY)).isEmpty();
    assertThat(String.join(",", codes(care.selfTestRefusals(all, TODAY)))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"1966-12-01, true", "1966-12-02, false"})
  void onTheSixtiethBirthdaySomebodyIsOldEnough(LocalDate born, boolean isOldEnough) {
    assertThat(codes(care.refusals(elder(born, 2), TODAY)).isEmpty()).isEqualTo(isOldEnough);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-02, ''",
    "2025-12-01, ELIGIBILITY_ASSESSMENT_TOO_OLD",
    "2026-12-01, ''",
    "2026-12-02, ELIGIBILITY_ASSESSMENT_AHEAD",
  })
  void anAssessmentIsGoodForTwelveMonths(String assessed, String code) {
    var answers =
        elder(LocalDate.of(1940, 1, 1), 2).with(Answers.of("elder.assessed-on", assessed));
    assertThat(String.join(",", codes(care.refusals(answers, TODAY)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    // circumstance, level, demented, born, class
    "destitute, 0, no, 1960-01-01, 1",
    "low-income, 1, no, 1960-01-01, 2",
    "low-income, 0, yes, 1960-01-01, 2",
    "low-income, 0, no, 1960-01-01, 4",
    "merit, 0, no, 1960-01-01, 2",
    "'', 1, no, 1960-01-01, 3",
    "'', 0, yes, 1960-01-01, 3",
    "'', 0, no, 1946-12-01, 3",
    "'', 0, no, 1946-12-02, 4",
  })
  void theFirstClassThatSomebodyBelongsToCounts(
      String category, String level, String dementia, LocalDate born, int expected) {
    var findings =
        new HashMap<>(
            Map.of(
                "elder.level", List.of(level),
                "elder.dementia", List.of(dementia),
                "elder.categories", category.isEmpty() ? List.<String>of() : List.of(category)));
    var priority = care.priority(elder(born, 2), new Answers(findings), TODAY);
    assertThat(priority.category()).isEqualTo(expected);
    assertThat(priority.points()).isEqualTo(Integer.parseInt(level) * 10);
  }

  /** What was typed in counts only as far as a person has found it so. */
  @Test
  void aFindingGoesBeforeAnAnswer() {
    var boasted = elder(LocalDate.of(1960, 1, 1), 2).with(Answers.of("elder.categories", "merit"));
    var found = new Answers(Map.of("elder.categories", List.of(), "elder.level", List.of("0")));
    assertThat(care.priority(boasted, found, TODAY).category()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    // order (even: a woman), couple, level, bed's sex, from, to, misfits
    "2, no, 2, female, 2, 4, ''",
    "2, no, 1, female, 2, 4, NO_FIT_CARE_LEVEL",
    "2, no, 4, female, 2, 4, ''",
    "2, no, 4, female, 2, 3, NO_FIT_CARE_LEVEL",
    "2, no, 2, male, 0, 4, NO_FIT_SEX",
    "3, no, 2, male, 0, 4, ''",
    "3, no, 2, any, 0, 4, ''",
    "2, yes, 2, couple, 0, 4, ''",
    "2, yes, 2, female, 0, 4, NO_FIT_SEX",
    "2, yes, 2, any, 0, 4, NO_FIT_SEX",
    "2, no, 2, couple, 0, 4, NO_FIT_SEX",
  })
  void aBedFitsBySexAndLevel(
      int order, String couple, String level, String sex, int from, int to, String misfits) {
    var answers =
        elder(LocalDate.of(1940, 1, 1), order)
            .with(Answers.of("elder.couple", couple, "elder.level", level));
    var need = care.need(answers, Answers.NONE, TODAY);
    assertThat(String.join(",", care.misfits(need, bed(sex, from, to, false)))).isEqualTo(misfits);
  }

  @Test
  void whoNeedsEquipmentGetsABedThatHasIt() {
    var answers =
        elder(LocalDate.of(1940, 1, 1), 2)
            .with(Answers.of("elder.oxygen", "yes", "elder.dementia", "yes"));
    var need = care.need(answers, Answers.NONE, TODAY);
    assertThat(care.misfits(need, bed("female", 0, 4, false)))
        .containsExactly("NO_FIT_DEMENTIA_CARE", "NO_FIT_OXYGEN");
    assertThat(care.misfits(need, bed("female", 0, 4, true))).isEmpty();
  }

  @Test
  void whoWishesASiteGetsNoOther() {
    var need =
        care.need(
            elder(LocalDate.of(1940, 1, 1), 2)
                .with(Answers.of("wish.sites", "ec-009", "wish.districts", "luohu")),
            Answers.NONE,
            TODAY);
    assertThat(care.misfits(need, bed("female", 0, 4, false)))
        .containsExactly("NO_FIT_DISTRICT", "NO_FIT_SITE");
  }

  @Test
  void whatIsNeededNamesNobody() {
    var need = care.need(elder(LocalDate.of(1940, 1, 1), 2), Answers.NONE, TODAY);
    assertThat(need.values().keySet())
        .noneMatch(code -> code.contains("name") || code.contains("identity"))
        .noneMatch(code -> code.contains("telephone"));
  }

  @Test
  void theFirstClassAloneGetsTheBedsThatAreKeptBack() {
    assertThat(care.keptBackFrom(1)).isZero();
    assertThat(care.keptBackFrom(2)).isEqualTo(3);
  }

  static Answers elder(LocalDate born, int order) {
    return Answers.of(
        "elder.name", "林秀英",
        "elder.identity", SamplePapers.identity(born, order),
        "elder.couple", "no",
        "elder.level", "2",
        "elder.assessed-on", "2026-11-01",
        "elder.dementia", "no",
        "elder.oxygen", "no");
  }

  private static Place bed(String sex, int from, int to, boolean isEquipped) {
    return new Place(
        "ec-001." + sex,
        "ec-001",
        new Name("康园", "Kangyuan"),
        "op-care",
        "elder-care",
        "bed",
        "futian",
        "-",
        null,
        1,
        1,
        TODAY,
        TODAY.plusDays(1),
        Map.of(
            "sex",
            sex,
            "careFrom",
            from,
            "careTo",
            to,
            "dementiaCare",
            isEquipped,
            "oxygen",
            isEquipped));
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }
}
