package city.huiwei.booking.programme;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.IndustrialSpaceRules.Criterion;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may lease, who comes first, and which unit fits: each rule on both sides of its border. */
class IndustrialSpaceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final IndustrialSpace space =
      new IndustrialSpace(
          new IndustrialSpaceRules(
              "1",
              TODAY,
              "the city",
              List.of("software", "ai"),
              5,
              List.of(new Criterion("research", 60), new Criterion("jobs", 40)),
              40,
              5_000,
              3,
              10,
              20,
              35));

  @ParameterizedTest
  @CsvSource({
    "software, yes, ''",
    "other, yes, ELIGIBILITY_INDUSTRY",
    "ai, no, ELIGIBILITY_OWN_USE",
    "other, no, 'ELIGIBILITY_INDUSTRY,ELIGIBILITY_OWN_USE'",
  })
  void theSelfTestSaysWhatTheRulesWillSay(String industry, String isOwnUse, String codes) {
    var answers = Answers.of("firm.industry", industry, "firm.own-use", isOwnUse);
    assertThat(space.selfTest().mistakes(answers, TODAY)).isEmpty();
    assertThat(codes(space.selfTestRefusals(answers, TODAY))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"40, ''", "39, ELIGIBILITY_SCORE_TOO_LOW"})
  void fortyPointsAreEnough(String points, String code) {
    var findings = Answers.of("score.research", points, "score.jobs", "0");
    assertThat(codes(space.findingRefusals(firm("2020-01-01"), findings, TODAY))).isEqualTo(code);
  }

  @Test
  void theScoreIsTheSumOfWhatWasFound() {
    var findings = Answers.of("score.research", "35", "score.jobs", "20");
    assertThat(space.priority(firm("2020-01-01"), findings, TODAY)).isEqualTo(new Priority(1, 55));
  }

  @ParameterizedTest
  @CsvSource({"2021-12-02, true", "2021-12-01, false"})
  void forFiveYearsAFirmIsAStartUp(String founded, boolean isStartUp) {
    var need = space.need(firm(founded), Answers.NONE, TODAY);
    assertThat(IndustrialSpace.isStartUps(need)).isEqualTo(isStartUp);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01, ''", "2026-12-02, ELIGIBILITY_FOUNDED_AHEAD"})
  void aFirmIsFoundedBeforeItApplies(String founded, String code) {
    assertThat(codes(space.refusals(firm(founded), TODAY))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"100, 100, ''", "101, 100, ELIGIBILITY_AREA_REVERSED"})
  void theLargestAreaIsNotSmallerThanTheSmallest(String least, String most, String code) {
    var answers =
        firm("2020-01-01").with(Answers.of("space.area-least", least, "space.area-most", most));
    assertThat(codes(space.refusals(answers, TODAY))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "space.area-least, 120, ''",
    "space.area-least, 120.1, NO_FIT_AREA",
    "space.area-most, 120, ''",
    "space.area-most, 119.9, NO_FIT_AREA",
    "space.load, 15, ''",
    "space.load, 16, NO_FIT_LOAD",
    "space.height, 6, ''",
    "space.height, 6.1, NO_FIT_HEIGHT",
    "space.power, 160, ''",
    "space.power, 161, NO_FIT_POWER",
    "space.lift, no, ''",
    "space.lift, yes, NO_FIT_LIFT",
    "firm.industry, ai, ''",
    "firm.industry, ocean, NO_FIT_INDUSTRY",
    "wish.districts, nanshan, ''",
    "wish.districts, futian, NO_FIT_DISTRICT",
    "wish.sites, is-001, ''",
    "wish.sites, is-002, NO_FIT_SITE",
  })
  void aUnitFitsByAllThatIsNeeded(String question, String answer, String misfits) {
    var answers = firm("2020-01-01").with(Answers.of(question, answer));
    var need = space.need(answers, Answers.NONE, TODAY);
    assertThat(String.join(",", space.misfits(need, unit()))).isEqualTo(misfits);
  }

  @Test
  void theWholeAreaOfAUnitIsLeased() {
    assertThat(space.leasedSquareMetres(unit()))
        .hasValueSatisfying(area -> assertThat(area).isEqualByComparingTo("120"));
  }

  @ParameterizedTest
  @CsvSource({
    // least, most, will several do, the units of 120, 80, 100 and 60 m² that are chosen
    "120, 500, no, 120",
    "121, 500, no, ''",
    "121, 500, yes, 80+60",
    "180, 500, yes, 80+100",
    "221, 500, yes, 80+60+100",
    "301, 500, yes, ''",
    "221, 239, yes, ''",
  })
  void whereOneUnitDoesNotDoTheFewestOfASiteDoTogether(
      String least, String most, String several, String chosen) {
    var answers =
        firm("2020-01-01")
            .with(
                Answers.of(
                    "space.area-least", least, "space.area-most", most, "space.several", several));
    var need = space.need(answers, Answers.NONE, TODAY);
    var vacancies =
        Stream.of(unit(120, "is-001"), unit(80, "is-002"), unit(60, "is-002"), unit(100, "is-002"))
            .filter(unit -> space.misfits(need, unit).isEmpty())
            .map(unit -> new Vacancy(unit, 1))
            .toList();
    assertThat(
            space.choose(need, vacancies).stream()
                .map(unit -> String.valueOf(unit.features().get("areaSquareMetres")))
                .collect(joining("+")))
        .isEqualTo(chosen);
  }

  private static Answers firm(String founded) {
    return Answers.of(
        "firm.founded-on", founded,
        "firm.industry", "software",
        "space.area-least", "50",
        "space.area-most", "500",
        "space.lift", "no");
  }

  private static Place unit() {
    return unit(120, "is-001");
  }

  private static Place unit(int squareMetres, String site) {
    return new Place(
        site + "." + squareMetres,
        site,
        new Name("智谷", "Zhigu"),
        "op-space",
        "industrial-space",
        "industrial-unit",
        "nanshan",
        "-",
        null,
        1,
        1,
        TODAY,
        TODAY.plusDays(1),
        Map.of(
            "areaSquareMetres",
            squareMetres,
            "floorLoadKnPerSquareMetre",
            15,
            "clearHeightMetres",
            6.0,
            "powerKva",
            160,
            "freightLift",
            false,
            "industries",
            List.of("ai", "software")));
  }

  private static String codes(List<Reason> reasons) {
    return String.join(",", reasons.stream().map(Reason::code).toList());
  }
}
