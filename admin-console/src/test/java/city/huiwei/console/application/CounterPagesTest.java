package city.huiwei.console.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationList;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.Choice;
import city.huiwei.booking.contract.Counter;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typing in over HTTP, with a server that speaks booking-service's contract. */
class CounterPagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final String API = "/api/operator/drafts";
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @BeforeEach
  void aDraftIsBegun() {
    var drafts = new ApplicationList(List.of(line(ApplicationState.DRAFT)), null);
    stage.services().on("GET " + API, _ -> Answer.json(200, drafts));
    stage.services().on("POST " + API, _ -> Answer.json(200, line(ApplicationState.DRAFT)));
    stage
        .services()
        .on(
            "PUT " + API + "/" + ID + "/answers",
            _ -> Answer.json(200, line(ApplicationState.DRAFT)));
    theDraftIs(List.of());
  }

  @Test
  void aPaperFormIsBegunUnderAKeyOfItsOwn() {
    var page = post("/counter", "/counter", Map.of("programme", "elder-care", "channel", "PAPER"));
    assertThat(page.uri()).hasToString(stage.address("/counter/" + ID + "/elder"));
    assertThat(stage.services().asked("POST " + API).getLast().body())
        .contains("elder-care", "PAPER");
  }

  @Test
  void whatIsSoundIsSavedAndTheListSaysSo() {
    var page = post("/counter/" + ID + "/elder", "/counter/" + ID + "/elder", answers());
    assertThat(page.uri()).hasToString(stage.address("/counter/" + ID));
    assertThat(page.body()).contains("The elder", "Done").doesNotContain("Not done");
    assertThat(stage.services().asked("PUT " + API + "/" + ID + "/answers").getLast().body())
        .contains("\"version\":3", "\"elder.name\":[\"林秀英\"]");
  }

  @Test
  void whatIsWrongIsSavedTooAndSaidAtItsQuestion() {
    theDraftIs(List.of(new WordedReason("MISSING", "elder.name", "Not answered.", "Answer it.")));
    var page = post("/counter/" + ID + "/elder", "/counter/" + ID + "/elder", answers());
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Not answered.", "href=\"#elder.name\"");
    var later = new HashMap<>(answers());
    later.put("later", "yes");
    var list = post("/counter/" + ID + "/elder", "/counter/" + ID + "/elder", later);
    assertThat(list.uri()).hasToString(stage.address("/counter/" + ID));
  }

  @Test
  void theConsentPageTellsStaffWhatToAskFor() {
    assertThat(get("/counter/" + ID + "/consent").body()).contains("signed on the paper form");
    assertThat(get("/counter/" + ID + "/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheRulesSayNoToCanStillBeSentToAPerson() {
    var problem =
        new Problem(
            "/problems/not-eligible",
            "Not eligible",
            422,
            "The conditions are not met",
            List.of(new Problem.Line("TOO_YOUNG", "elder.identity", "Too young.", "Ask.")));
    stage
        .services()
        .on(
            "PUT " + API + "/" + ID + "/submission",
            asked ->
                asked.body().contains("\"toAPerson\":true")
                    ? Answer.json(200, line(ApplicationState.SUBMITTED))
                    : Answer.problem(422, problem));
    var send = "/counter/" + ID + "/-/submission";
    var refused = post("/counter/" + ID, send, Map.of("version", "3"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Too young.", "for a person to look");
    var sent = post("/counter/" + ID, send, Map.of("version", "3", "person", "yes"));
    assertThat(sent.body()).contains("Application ABCDE-12345 is sent");
  }

  private static Map<String, String> answers() {
    return Map.of("version", "3", "elder.name", "林秀英");
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("caseworker-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> post(String from, String to, Map<String, String> fields) {
    var caseworker = stage.signedIn("caseworker-op-care");
    var page = caseworker.get(from).body();
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(page, "_csrf"));
    if (page.contains("name=\"key\"")) {
      all.put("key", Browser.hidden(page, "key"));
    }
    return caseworker.post(to, all, "Accept-Language", "en");
  }

  private void theDraftIs(List<WordedReason> mistakes) {
    var name =
        new WordedQuestion(
            "elder",
            "elder.name",
            "Name",
            null,
            WordedQuestion.Kind.TEXT,
            List.of(),
            List.of(),
            100,
            true,
            false);
    var consent =
        new WordedQuestion(
            "consent",
            "consent.health",
            "Consent",
            null,
            WordedQuestion.Kind.CONSENT,
            List.of(new Choice("yes", "They agree")),
            List.of("yes"),
            1,
            true,
            false);
    var draft =
        new Counter.Draft(
            line(ApplicationState.DRAFT),
            List.of(
                new Counter.Page("elder", "The elder", List.of(name), mistakes),
                new Counter.Page("consent", "Consent", List.of(consent), List.of())));
    stage.services().on("GET " + API + "/" + ID, _ -> Answer.json(200, draft));
  }

  private static ApplicationLine line(ApplicationState state) {
    return new ApplicationLine(
        ID, "ABCDE-12345", "elder-care", state, Channel.PAPER, 3, NOW, NOW, null);
  }
}
