package city.huiwei.booking.explanation;

import static city.huiwei.booking.application.ApplicationState.DORMANT;
import static city.huiwei.booking.application.ApplicationState.OFFERED;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static city.huiwei.booking.application.ApplicationState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.explanation.WhyPassed.Refused;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is passed over without a reason, and each reason is one that stays true. */
class WhyPassedTest {

  private static final Instant LISTED = Instant.parse("2026-12-01T02:00:00Z");
  private static final Place BED =
      place("ec-001.a", Map.of("sex", "female", "careFrom", 0, "careTo", 2));
  private static final Place SPACE =
      place("is-001.a", Map.of("areaSquareMetres", 100, "industries", List.of("software")));

  private final ApplicationProgramme care = TestRules.elderCare(0);
  private final ApplicationProgramme space = TestRules.industrialSpace();

  @Test
  void whatDoesNotFitIsSaidWithAllThatIsInTheWay() {
    assertThat(reasons(elder("male", 3))).containsExactly("NO_FIT_SEX", "NO_FIT_CARE_LEVEL");
    assertThat(reasons(elder("female", 3))).containsExactly("NO_FIT_CARE_LEVEL");
  }

  /** The control: when all fits and all waited, no reason is made up. */
  @Test
  void whereNoReasonIsFoundThatIsSaid() {
    assertThat(reasons(elder("female", 2))).containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void whoHadRefusedThatPlaceBeforeWasNotAskedAgain() {
    var before = new Refused("ec-001.a", LISTED.minusSeconds(1));
    assertThat(reasons(fitting(queued(), List.of(before)))).containsExactly("REFUSED_THAT_PLACE");
    var later = new Refused("ec-001.a", LISTED);
    var other = new Refused("ec-001.b", LISTED.minusSeconds(1));
    assertThat(reasons(fitting(queued(), List.of(later, other))))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void whoHadAnOfferThenOrGotOneOfTheSameRoundIsToldSo() {
    assertThat(reasons(fitting(after(queued(), OFFERED, -5), List.of())))
        .containsExactly("HAD_OFFER");
    assertThat(reasons(fitting(after(queued(), OFFERED, 1), List.of())))
        .containsExactly("HAD_OFFER");
    assertThat(reasons(fitting(after(queued(), OFFERED, 3), List.of())))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void whoRestedIsToldSoAndNotOnceTheyWaitAgain() {
    var rested = after(queued(), DORMANT, -100);
    assertThat(reasons(fitting(rested, List.of()))).containsExactly("WAS_DORMANT");
    assertThat(reasons(fitting(after(rested, QUEUED, -11), List.of())))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void whoCameWhileTheListWasReadCameLater() {
    assertThat(reasons(fitting(List.of(since(SUBMITTED, -999), since(QUEUED, 1)), List.of())))
        .containsExactly("CAME_LATER");
    assertThat(reasons(fitting(List.of(since(QUEUED, -9)), List.of())))
        .containsExactly("CAME_LATER");
    assertThat(reasons(fitting(List.of(since(QUEUED, -11)), List.of())))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void aRoomInWhichMenLiveIsNotForAWoman() {
    var anyone = place("ec-001.a", Map.of("sex", "any", "careFrom", 0, "careTo", 2));
    assertThat(elder("female", 1).reasons(given("male", false), List.of(anyone)))
        .containsExactly("NO_FIT_SEX");
    assertThat(elder("male", 1).reasons(given("male", false), List.of(anyone)))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void whatIsKeptForStartUpsIsToldToOthersAndNotToStartUps() {
    assertThat(firm("50", "no", "no").reasons(given(null, true), List.of(SPACE)))
        .containsExactly("START_UP_RESERVE");
    assertThat(firm("50", "no", "yes").reasons(given(null, true), List.of(SPACE)))
        .containsExactly("PASSED_WITHOUT_REASON");
    assertThat(firm("50", "no", "no").reasons(given(null, false), List.of(SPACE)))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  @Test
  void aUnitThatIsTooSmallAloneDidNotDoForWhoWantsSeveral() {
    assertThat(firm("101", "yes", "yes").reasons(given(null, true), List.of(SPACE)))
        .containsExactly("NO_FIT_TOGETHER");
    assertThat(firm("100", "yes", "yes").reasons(given(null, true), List.of(SPACE)))
        .containsExactly("PASSED_WITHOUT_REASON");
  }

  private static Set<String> reasons(WhyPassed why) {
    return why.reasons(given(null, false), List.of(BED));
  }

  private static GivenPlace given(@Nullable String roomSex, boolean isStartUps) {
    return new GivenPlace(
        LISTED,
        LISTED.plusSeconds(2),
        LocalDate.of(2026, 12, 1),
        "ec-001",
        List.of("ec-001.a"),
        roomSex,
        isStartUps);
  }

  private WhyPassed elder(String sex, int level) {
    var need = Answers.of("elder.sex", sex, "elder.level", "" + level);
    return new WhyPassed(care, need, queued(), List.of());
  }

  private WhyPassed fitting(List<StateSince> states, List<Refused> refused) {
    return new WhyPassed(care, elder("female", 1).need(), states, refused);
  }

  private WhyPassed firm(String least, String several, String startUp) {
    var need =
        Answers.of(
            "firm.industry", "software",
            "space.area-least", least,
            "space.area-most", "500",
            "space.several", several,
            "firm.start-up", startUp);
    return new WhyPassed(space, need, queued(), List.of());
  }

  private static List<StateSince> queued() {
    return List.of(since(SUBMITTED, -2_000), since(QUEUED, -1_000));
  }

  private static List<StateSince> after(
      List<StateSince> before, ApplicationState state, int seconds) {
    return Stream.concat(before.stream(), Stream.of(since(state, seconds))).toList();
  }

  private static StateSince since(ApplicationState state, int seconds) {
    return new StateSince(LISTED.plusSeconds(seconds), state);
  }

  private static Place place(String pool, Map<String, Object> features) {
    return new Place(
        pool,
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
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2026, 12, 2),
        features);
  }
}
