package city.huiwei.console.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.DuplicateDesk;
import city.huiwei.booking.contract.DuplicateDesk.Pair;
import city.huiwei.booking.contract.DuplicateDesk.Row;
import city.huiwei.booking.contract.DuplicateDesk.Side;
import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.edge.Problem;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicates over HTTP, with a server that speaks booking-service's contract. */
class DuplicatePagesTest {

  private static final UUID OLDER = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final UUID NEWER = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d9");
  private static final String API = "/api/operator/duplicates";
  private static final String PATH = "/duplicates/" + OLDER + "/" + NEWER;
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @BeforeEach
  void twoAreAlike() {
    var pair =
        new Pair(
            new Side(OLDER, "AAAAA-12345", "op-care", ApplicationState.QUEUED, NOW),
            new Side(NEWER, "BBBBB-12345", "op-care", ApplicationState.SUBMITTED, NOW),
            DuplicateDesk.Likeness.HOUSEHOLD);
    var rows =
        List.of(
            new Row("Telephone", List.of("138****01"), List.of("138****01"), true),
            new Row("Name", List.of("林****"), List.of("林****"), false));
    var open = new DuplicateDesk.OpenDuplicates(List.of(pair));
    stage.services().on("GET " + API, _ -> Answer.json(200, open));
    stage
        .services()
        .on(
            "GET " + API + "/" + OLDER + "/" + NEWER,
            _ -> Answer.json(200, new DuplicateDesk.Comparison(pair, rows)));
  }

  @Test
  void theyAreListedAndLaidSideBySide() {
    assertThat(get("/duplicates").body()).contains("AAAAA-12345", "BBBBB-12345", PATH);
    assertThat(get(PATH).body())
        .contains("138****01", "Equal", "Differs")
        .contains("Families often share one");
  }

  @Test
  void aVerdictIsSentWithItsNote() {
    stage.services().on("POST " + API + "/verdicts", _ -> Answer.json(200, Map.of()));
    var page = resolve(Map.of("verdict", "DIFFERENT", "note", "姐妹"));
    assertThat(page.uri().getQuery()).isEqualTo("done=DIFFERENT");
    assertThat(page.body()).contains("different applicants’; both stay");
    assertThat(stage.services().asked("POST " + API + "/verdicts").getLast().body())
        .contains(OLDER.toString(), NEWER.toString(), "DIFFERENT", "姐妹");
  }

  @Test
  void aVerdictWithoutANoteIsRefusedByTheService() {
    var problem =
        new Problem(
            "/problems/invalid-request",
            "Invalid",
            422,
            "No",
            List.of(new Problem.Line("QUESTION_LENGTH", "note", "It is empty.", "Say why.")));
    stage.services().on("POST " + API + "/verdicts", _ -> Answer.problem(422, problem));
    var page = resolve(Map.of("verdict", "SAME", "note", ""));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("It is empty.", "href=\"#note\"");
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("caseworker-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> resolve(Map<String, String> opinion) {
    var caseworker = stage.signedIn("caseworker-op-care");
    var token = Browser.hidden(caseworker.get(PATH).body(), "_csrf");
    var fields = new java.util.HashMap<>(opinion);
    fields.put("_csrf", token);
    return caseworker.post(PATH, fields, "Accept-Language", "en");
  }
}
