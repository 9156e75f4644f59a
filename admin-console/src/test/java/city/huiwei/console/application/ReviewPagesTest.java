package city.huiwei.console.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.CaseFile;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.Choice;
import city.huiwei.booking.contract.DecisionLine;
import city.huiwei.booking.contract.PaperDesk;
import city.huiwei.booking.contract.ReviewDesk;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.contract.WordedReason;
import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.edge.Problem;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review desk over HTTP, with a server that speaks booking-service's contract. */
class ReviewPagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final String API = "/api/operator/applications/" + ID;
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @BeforeEach
  void oneApplicationIsToBeChecked() {
    var list = new ApplicationList(List.of(line(ApplicationState.SUBMITTED)), ID);
    stage.services().on("GET /api/operator/applications", _ -> Answer.json(200, list));
    theFileIs(file(ApplicationState.SUBMITTED, null, List.of()));
  }

  @Test
  void theQueueKeepsWhatIsSoughtInItsAddress() {
    var page = get("/review?state=submitted&programme=elder-care&days=7");
    assertThat(page.body())
        .contains("ABCDE-12345", "To be checked", "1 Dec 2026 10:03")
        .contains("/review?state=submitted&amp;days=7&amp;programme=elder-care&amp;after=" + ID);
    var asked = stage.services().asked("GET /api/operator/applications").getLast().address();
    assertThat(asked).contains("state=SUBMITTED", "programme=elder-care", "days=7");
  }

  @Test
  void anEmptyQueueSaysWhatToDo() {
    var none = new ApplicationList(List.of(), null);
    stage.services().on("GET /api/operator/applications", _ -> Answer.json(200, none));
    assertThat(get("/review").body()).contains("There are no such applications", "Choose another");
  }

  @Test
  void whatNamesAPersonIsMaskedUntilAReasonIsGiven() {
    assertThat(get("/review/" + ID).body()).contains("林****").doesNotContain("林秀英");
    var open = new ReviewDesk.OpenAnswers(ID, "ABCDE-12345", Map.of("elder.name", List.of("林秀英")));
    stage.services().on("PUT " + API + "/reading", _ -> Answer.json(200, open));
    var page = post("reading", Map.of("reason", "核对身份证"));
    assertThat(page.body()).contains("林秀英", "This reading is on record");
    assertThat(page.uri().getQuery()).isNull();
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(stage.services().asked("PUT " + API + "/reading").getLast().body())
        .contains("核对身份证");
  }

  @Test
  void whatIsFoundInOrderIsSentWithItsFindingsAndTheRankIsShown() {
    stage
        .services()
        .on("PUT " + API + "/review", _ -> Answer.json(200, line(ApplicationState.QUEUED)));
    theFileIs(file(ApplicationState.QUEUED, new CaseFile.Rank(17, 2, 30, NOW), List.of()));
    var page = post("verdict", Map.of("verdict", "pass", "version", "3", "elder.level", "3"));
    assertThat(page.uri().getQuery()).isEqualTo("done=QUEUED");
    assertThat(page.body()).contains("Checked, and in the waiting list", "Number 17 in the list");
    assertThat(stage.services().asked("PUT " + API + "/review").getLast().body())
        .contains("\"version\":3", "\"elder.level\":[\"3\"]", "\"reasons\":[]");
  }

  @Test
  void aNoNeedsAReasonAndGivesIt() {
    var without = post("verdict", Map.of("verdict", "refuse", "version", "3", "elder.level", "2"));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Choose at least one reason", "href=\"#reasons\"");
    // What was typed is not lost.
    assertThat(without.body()).containsPattern("value=\"2\"[^>]*checked");

    var decision =
        new DecisionLine(
            ID,
            NOW,
            "ELIGIBILITY",
            "INELIGIBLE",
            "2026-1",
            true,
            true,
            List.of(new WordedReason("NOT_QUALIFIED", null, "Not met.", "Appeal.")),
            NOW);
    theFileIs(file(ApplicationState.INELIGIBLE, null, List.of(decision)));
    stage
        .services()
        .on("PUT " + API + "/review", _ -> Answer.json(200, line(ApplicationState.INELIGIBLE)));
    var page =
        post("verdict", Map.of("verdict", "refuse", "version", "3", "reasons", "NOT_QUALIFIED"));
    assertThat(page.body()).contains("You have said no", "Not met.", "NOT_QUALIFIED");
    assertThat(stage.services().asked("PUT " + API + "/review").getLast().body())
        .contains("\"reasons\":[\"NOT_QUALIFIED\"]");
  }

  @Test
  void whatTheServiceRefusesIsSaidAtItsQuestion() {
    var problem =
        new Problem(
            "/problems/not-eligible",
            "Not eligible",
            422,
            "The conditions are not met",
            List.of(new Problem.Line("TOO_OLD", "elder.level", "It is too old.", "Have it anew.")));
    stage.services().on("PUT " + API + "/review", _ -> Answer.problem(422, problem));
    var page = post("verdict", Map.of("verdict", "pass", "version", "3", "elder.level", "1"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("It is too old.", "Have it anew.", "href=\"#elder.level\"");
  }

  @Test
  void papersAreShownWithWhereTheyStandAndCanBeSeenInTheHand() {
    var papers =
        new PaperDesk.PaperList(
            List.of(new PaperDesk.Paper("identity", true, PaperDesk.Standing.MISSING)), List.of());
    stage.services().on("GET /api/applications/" + ID + "/evidence", _ -> Answer.json(200, papers));
    assertThat(get("/review/" + ID).body()).contains("Identity card", "Not brought");

    var seen =
        new PaperDesk.Document(
            ID, "identity", PaperDesk.Standing.PASSED, List.of(), NOW, NOW, null, null, null);
    var verdict = "PUT /api/applications/" + ID + "/papers/identity/verdict";
    stage.services().on(verdict, _ -> Answer.json(200, seen));
    var page =
        post("sightings/identity", Map.of("outcome", "PASSED", "wrong", "MATERIAL_UNREADABLE"));
    assertThat(page.statusCode()).isEqualTo(200);
    // What passes has nothing wrong.
    assertThat(stage.services().asked(verdict).getLast().body())
        .contains("PASSED")
        .doesNotContain("UNREADABLE");
    post("sightings/identity", Map.of("outcome", "ASKED_AGAIN", "wrong", "MATERIAL_UNREADABLE"));
    assertThat(stage.services().asked(verdict).getLast().body())
        .contains("ASKED_AGAIN", "MATERIAL_UNREADABLE");
  }

  @Test
  void aVersionThatIsNoneIsNotUnderstood() {
    var page = post("verdict", Map.of("verdict", "pass", "version", "three"));
    assertThat(page.statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("caseworker-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> post(String what, Map<String, String> fields) {
    var caseworker = stage.signedIn("caseworker-op-care");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(caseworker.get("/review/" + ID).body(), "_csrf"));
    return caseworker.post("/review/" + ID + "/" + what, all, "Accept-Language", "en");
  }

  private void theFileIs(CaseFile file) {
    stage.services().on("GET " + API, _ -> Answer.json(200, file));
  }

  private static CaseFile file(
      ApplicationState state, CaseFile.@Nullable Rank rank, List<DecisionLine> decisions) {
    return new CaseFile(
        line(state),
        List.of(question("elder.name", WordedQuestion.Kind.TEXT, true, "林****")),
        List.of(question("elder.level", WordedQuestion.Kind.CHOICE, false, "3")),
        List.of(new Choice("identity", "Identity card")),
        List.of(new Choice("NOT_QUALIFIED", "The conditions are not met.")),
        state == ApplicationState.SUBMITTED,
        true,
        false,
        rank,
        decisions,
        List.of());
  }

  private static WordedQuestion question(
      String code, WordedQuestion.Kind kind, boolean masked, String answer) {
    var choices =
        kind == WordedQuestion.Kind.CHOICE
            ? List.of(new Choice("1", "One"), new Choice("2", "Two"), new Choice("3", "Three"))
            : List.<Choice>of();
    return new WordedQuestion(
        "page", code, "The " + code, null, kind, choices, List.of(answer), 100, true, masked);
  }

  private static ApplicationLine line(ApplicationState state) {
    return new ApplicationLine(
        ID, "ABCDE-12345", "elder-care", state, Channel.PAPER, 3, NOW, NOW, NOW);
  }
}
