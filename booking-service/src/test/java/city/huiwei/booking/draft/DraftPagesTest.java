package city.huiwei.booking.draft;

import static city.huiwei.booking.draft.Browser.hidden;
import static city.huiwei.booking.draft.Browser.location;
import static city.huiwei.booking.draft.Browser.page;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.application.Families;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages on which people apply, as a browser without JavaScript reads and sends them. */
@NullUnmarked
class DraftPagesTest {

  private static final List<String> ELDER_PAGES = List.of("elder", "hardship", "care", "wish");
  private static final String TOO_LONG_AGO = TestCity.today().minusYears(2).toString();

  private static TestCity city;

  private final Browser family = Browser.of(city, "family-00001");

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-001", 1, 0, 4);
    city.addBeds("ec-002", 1, 0, 4);
    city.addSpace("101", 200);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nobodyApplied() {
    city.forgetApplications();
  }

  @Test
  void aFamilyAppliesForABed() {
    assertThat(family.open("/applications")).contains("You have no applications.");
    var draft = begin(family, "elder-care");
    assertThat(family.open(draft + "/tasks")).contains("Not started").doesNotContain("Done");

    var next = answer(draft, "elder", Families.elder(1));
    assertThat(next).isEqualTo(draft + "/questions/hardship");
    assertThat(family.open(draft + "/tasks"))
        .contains("Done", "Not started", "Assessment of abilities")
        .doesNotContain(draft + "/check");
    answer(draft, "hardship", Map.of("elder.categories", List.of("")));
    answer(draft, "care", Families.elder(1));
    assertThat(answer(draft, "wish", wishes())).isEqualTo(draft + "/tasks");
    assertThat(family.open(draft + "/tasks")).contains(draft + "/check");

    var check = family.open(draft + "/check");
    assertThat(check)
        .contains("林秀英", "Level 3, severe disability", "Send the application")
        .as("identity numbers are masked")
        .doesNotContain(Families.elder(1).get("elder.identity").getFirst());
    var form = form(check, Map.of("consent.health", List.of("", "yes")));
    assertThat(location(family.post(draft + "/submission", form))).isEqualTo(draft + "/sent");
    assertThat(location(family.post(draft + "/submission", form)))
        .as("the same form again")
        .isEqualTo(draft + "/sent");

    assertThat(family.open(draft + "/sent"))
        .contains("Your application is sent", "Within 10 working days");
    assertThat(family.open("/applications")).contains("Sent", "href=\"" + draft + "\"");
  }

  @Test
  void aFirmAppliesForSpace() {
    var firm = Browser.of(city, "firm-00001", "zh-CN");
    var draft = begin(firm, "industrial-space");
    var answers = Families.firm(7, LocalDate.of(2024, 5, 6));
    answers.put("space.several", List.of("no"));
    Stream.of("firm", "space", "wish").forEach(page -> answer(firm, draft, page, answers));
    var check = firm.open(draft + "/check");
    assertThat(check).contains("样例科技", "2024年5月6日", "软件与信息服务", "提交申请");
    var form = form(check, Map.of("consent.own-use", List.of("yes")));
    assertThat(location(firm.post(draft + "/submission", form))).isEqualTo(draft + "/sent");
    assertThat(firm.open(draft + "/sent")).contains("申请已提交");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndStaysTyped() {
    var draft = begin(family, "elder-care");
    var answers = new HashMap<>(Families.elder(1));
    answers.put("elder.identity", List.of("44030519500101"));
    answers.put("elder.telephone", List.of("88888888"));
    answers.put("elder.couple", List.of("yes"));
    var wrong = page(post(draft, "elder", answers), 422);
    assertThat(wrong)
        .contains("href=\"#elder.identity\"", "An identity number has 18 characters; you typed 14.")
        .contains("href=\"#elder.telephone\"", "value=\"88888888\"", "value=\"44030519500101\"")
        .as("what the answer opens is asked, too")
        .contains("href=\"#spouse.name\"");
    assertThat(family.open(draft + "/tasks")).contains("In progress");
    assertThat(family.open(draft + "/questions/elder")).contains("value=\"44030519500101\"");
  }

  @Test
  void aPageCanBeSavedForLaterRightOrWrong() {
    var draft = begin(family, "elder-care");
    var answers = new HashMap<String, List<String>>();
    answers.put("elder.name", List.of("林秀英"));
    answers.put("then", List.of("later"));
    assertThat(location(post(draft, "elder", answers))).isEqualTo(draft + "/tasks");
    assertThat(family.open(draft + "/questions/elder")).contains("value=\"林秀英\"");
  }

  @Test
  void wishesAreRankedByButtons() {
    var draft = begin(family, "elder-care");
    var sites = List.of("ec-001", "ec-002", "");
    var moved =
        location(
            post(
                draft,
                "wish",
                Map.of("wish.sites", sites, "move", List.of("wish.sites up ec-002"))));
    assertThat(moved).isEqualTo(draft + "/questions/wish#wish.sites");
    var ranked = family.open(draft + "/questions/wish");
    assertThat(ranked.indexOf("value=\"ec-002\""))
        .isPositive()
        .isLessThan(ranked.indexOf("value=\"ec-001\""));
  }

  @Test
  void whoSavesWhatChangedMeanwhileKeepsWhatTheyTyped() {
    var draft = begin(family, "elder-care");
    var old = family.open(draft + "/questions/elder");
    answer(draft, "elder", Families.elder(1));
    var typed = new HashMap<String, List<String>>(Families.elder(1));
    typed.put("elder.name", List.of("另一位"));
    typed.put("version", List.of(hidden(old, "version")));
    var stale = page(family.post(draft + "/questions/elder", typed), 409);
    assertThat(stale).contains("changed meanwhile", "value=\"另一位\"");
    typed.put("version", List.of(hidden(stale, "version")));
    location(family.post(draft + "/questions/elder", typed));
    assertThat(family.open(draft + "/questions/elder")).contains("value=\"另一位\"");
  }

  @Test
  void whatTheRulesSayIsToldBeforeAnythingIsSentAndAPersonMayLook() {
    var draft = begin(family, "elder-care");
    var answers = new HashMap<>(Families.elder(1));
    answers.put("elder.assessed-on", List.of(TOO_LONG_AGO));
    answers.put(
        "elder.identity", List.of(SamplePapers.identity(TestCity.today().minusYears(40), 2)));
    ELDER_PAGES.forEach(page -> answer(draft, page, answers));
    var check = family.open(draft + "/check");
    assertThat(check)
        .contains("younger than 60", "The assessment of abilities was good until")
        .contains("Ask a person to look")
        .doesNotContain("Send the application");
    var form = form(check, Map.of("consent.health", List.of("yes")));
    form.remove("toAPerson");
    assertThat(page(family.post(draft + "/submission", form), 422)).contains("younger than 60");
    var toAPerson = Map.of("consent.health", List.of("yes"), "toAPerson", List.of("yes"));
    var again = form(family.open(draft + "/check"), toAPerson);
    assertThat(location(family.post(draft + "/submission", again))).isEqualTo(draft + "/sent");
  }

  @Test
  void withoutConsentNothingIsSent() {
    var draft = begin(family, "elder-care");
    ELDER_PAGES.forEach(page -> answer(draft, page, Families.elder(1)));
    answer(draft, "wish", wishes());
    var form = form(family.open(draft + "/check"), Map.of("consent.health", List.of("")));
    assertThat(page(family.post(draft + "/submission", form), 422))
        .contains("href=\"#consent.health\"", "Without your consent");
    assertThat(family.open(draft + "/tasks")).contains("Check your answers");
  }

  @Test
  void whatIsMissingIsListedBeforeItCanBeSent() {
    var draft = begin(family, "elder-care");
    assertThat(family.open(draft + "/check"))
        .contains("href=\"#elder.name\"", "Something is missing")
        .doesNotContain("Send the application");
  }

  @Test
  void aDraftIsGivenUpByAFormAndWhatWasTypedIsErased() {
    var draft = begin(family, "elder-care");
    answer(draft, "elder", Families.elder(1));
    assertThat(family.open(draft + "/abandonment")).contains("is erased");
    assertThat(location(family.post(draft + "/abandonment", Map.of()))).isEqualTo("/applications");
    assertThat(family.open("/applications")).contains("Withdrawn");
    var id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    var kept = city.bean(Applications.class).one(id).block();
    assertThat(city.bean(Dossiers.class).open(requireNonNull(kept)).answers().values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/questions/elder", "/check", "/sent", "/abandonment"})
  void somebodyElsesDraftIsNotThere(String path) {
    var draft = begin(family, "elder-care");
    page(Browser.of(city, "family-00002").get(draft + path), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/questions/elder", "/check", "/abandonment"})
  void whatWasSentLeadsToItsCase(String path) {
    var draft = begin(family, "elder-care");
    ELDER_PAGES.forEach(page -> answer(draft, page, Families.elder(1)));
    var form = form(family.open(draft + "/check"), Map.of("consent.health", List.of("yes")));
    location(family.post(draft + "/submission", form));
    assertThat(location(family.get(draft + path))).isEqualTo(draft);
  }

  @Test
  void theSameStartTwiceIsOneDraft() {
    var start = family.open("/applications/new?programme=elder-care");
    var form = Map.of("key", List.of(hidden(start, "key")), "programme", List.of("elder-care"));
    var draft = location(family.post("/applications", form));
    assertThat(location(family.post("/applications", form))).isEqualTo(draft);
    assertThat(family.open("/applications/new?programme=elder-care")).contains("Go on with", draft);
    page(family.get("/applications/new?programme=graduate-housing"), 404);
    page(family.get(draft.replace("/tasks", "/questions/nothing")), 404);
  }

  @Test
  void theSelfTestAsksAFewQuestionsAndKeepsNothing() {
    var test = "/programmes/elder-care?elder.age=%s&elder.is-assessed=%s&elder.assessed-on=%s";
    var today = TestCity.today();
    assertThat(family.open(test.formatted("60", "yes", today))).contains("You are eligible");
    assertThat(family.open(test.formatted("59", "no", "")))
        .contains("younger than 60", "have not been assessed", "value=\"59\"");
    assertThat(family.open(test.formatted("old", "yes", "")))
        .contains("href=\"#elder.age\"", "href=\"#elder.assessed-on\"", "value=\"old\"");
    assertThat(family.open("/programmes/industrial-space?firm.industry=other&firm.own-use=no"))
        .contains("listed industries only", "no sub-letting.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void theGuideSaysWhatTheRulesSay(String language) {
    var reader = Browser.of(city, "family-00001", language);
    assertThat(reader.open("/programmes/elder-care")).contains("60", "GB/T 42195", "12345", "21");
    assertThat(reader.open("/programmes/industrial-space")).contains("5,000", "40", "2026-1");
  }

  private static Map<String, List<String>> wishes() {
    return Map.of("wish.districts", List.of("", "futian"), "wish.sites", List.of("", "ec-002"));
  }

  /** The address of a new draft. */
  private static String begin(Browser who, String programme) {
    var start = who.open("/applications/new?programme=" + programme);
    var form = Map.of("key", List.of(hidden(start, "key")), "programme", List.of(programme));
    return location(who.post("/applications", form)).replace("/tasks", "");
  }

  private String answer(String draft, String page, Map<String, List<String>> answers) {
    return answer(family, draft, page, answers);
  }

  private static String answer(
      Browser who, String draft, String page, Map<String, List<String>> answers) {
    var form = form(who.open(draft + "/questions/" + page), answers);
    return location(who.post(draft + "/questions/" + page, form));
  }

  private WebTestClient.ResponseSpec post(
      String draft, String page, Map<String, List<String>> answers) {
    var form = form(family.open(draft + "/questions/" + page), answers);
    return family.post(draft + "/questions/" + page, form);
  }

  /** Answers with the version of the page they are typed on. */
  private static Map<String, List<String>> form(String page, Map<String, List<String>> answers) {
    var form = new HashMap<String, List<String>>(answers);
    form.put("version", List.of(hidden(page, "version")));
    return form;
  }
}
