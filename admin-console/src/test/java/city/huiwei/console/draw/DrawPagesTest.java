package city.huiwei.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.DrawDesk.Done;
import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.DrawLine;
import city.huiwei.booking.contract.DrawDesk.DrawList;
import city.huiwei.booking.contract.DrawDesk.Kind;
import city.huiwei.booking.contract.DrawDesk.Reserve;
import city.huiwei.booking.contract.DrawDesk.State;
import city.huiwei.booking.contract.DrawDesk.Step;
import city.huiwei.booking.contract.ReserveOrder;
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

/** Draws over HTTP, with a server that speaks booking-service's contract. */
class DrawPagesTest {

  private static final String DRAW = "graduate-housing-2026-12";
  private static final String API = "/api/operator/draws";
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @BeforeEach
  void aDrawWaitsForItsDigits() {
    stage
        .services()
        .on("GET " + API, _ -> Answer.json(200, new DrawList(List.of(line(State.FROZEN)), null)));
    theFileIs(State.FROZEN, Step.WITNESS, List.of());
  }

  @Test
  void drawsAreListedWithTheirProgress() {
    assertThat(get("/draws").body()).contains(DRAW, "list frozen");
  }

  @Test
  void onlyTheNextStepCanBeTaken() {
    assertThat(get("/draws/" + DRAW).body())
        .contains("/draws/" + DRAW + "/witness", "/draws/" + DRAW + "/abort")
        .doesNotContain("/draws/" + DRAW + "/reveal", "/draws/" + DRAW + "/publish");
  }

  @Test
  void atTheEndNothingCanBeTaken() {
    theFileIs(State.PUBLISHED, null, List.of());
    assertThat(get("/draws/" + DRAW).body())
        .contains("published")
        .doesNotContain("/draws/" + DRAW + "/abort");
  }

  @Test
  void aStepWhoseTimeHasNotComeSaysSo() {
    theFileIs(State.REVEALED, Step.LIGHT, List.of());
    assertThat(get("/draws/" + DRAW).body()).contains("Its time has not come");
  }

  @Test
  void theDigitsAreWrittenDownAsTheyWereThrown() {
    stage
        .services()
        .on(
            "PUT " + API + "/" + DRAW + "/steps/WITNESS",
            _ -> Answer.json(200, file(State.WITNESSED, Step.REVEAL, List.of())));
    var page = post("witness", Map.of("digits", "3 1 4"));
    assertThat(page.uri()).hasToString(stage.address("/draws/" + DRAW + "?done=witness"));
    assertThat(page.body()).contains("This step is done");
    assertThat(
            stage.services().asked("PUT " + API + "/" + DRAW + "/steps/WITNESS").getLast().body())
        .contains("\"digits\":\"3 1 4\"");
  }

  @Test
  void whatIsRefusedStandsAtItsFieldAndIsNotLost() {
    var problem =
        new Problem(
            "/problems/invalid-request",
            "Not like this",
            422,
            "No",
            List.of(new Problem.Line("DIGITS", "digits", "These are no digits.", "Digits only.")));
    stage
        .services()
        .on("PUT " + API + "/" + DRAW + "/steps/WITNESS", _ -> Answer.problem(422, problem));
    var page = post("witness", Map.of("digits", "six"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("These are no digits.", "href=\"#digits\"", "six");
  }

  @Test
  void whyADrawWasBrokenOffIsShown() {
    theFileIs(State.ABORTED, null, List.of(new Done(NOW, Step.ABORT, "投掷现场停电")));
    assertThat(get("/draws/" + DRAW).body()).contains("投掷现场停电", "broken off");
  }

  @Test
  void inThePlaceOfABrokenDrawAnotherIsAnnounced() {
    theFileIs(State.ABORTED, null, List.of(new Done(NOW, Step.ABORT, "停电")));
    var replacement = "POST " + API + "/" + DRAW + "/replacement";
    stage
        .services()
        .on(replacement, _ -> Answer.json(201, file(State.OPEN, Step.FREEZE, List.of())));
    assertThat(get("/draws/" + DRAW).body()).contains("value=\"" + DRAW + "-draw-2\"");
    var typed =
        Map.of(
            "draw", DRAW + "-draw-2",
            "closes", "2026-12-02T12:00",
            "drawsAt", "2026-12-03T12:00",
            "round", "none");
    assertThat(post("replacement", typed).uri())
        .hasToString(stage.address("/draws/" + DRAW + "?done=announce"));
    assertThat(stage.services().asked(replacement).getLast().body())
        .contains("2026-12-02T04:00:00Z", "2026-12-03T04:00:00Z", DRAW + "-draw-2", "none");
  }

  @Test
  void whatIsWrongWithAnotherDrawStandsAtItsField() {
    theFileIs(State.ABORTED, null, List.of(new Done(NOW, Step.ABORT, "停电")));
    var problem =
        new Problem(
            "/problems/invalid-request",
            "Not like this",
            422,
            "No",
            List.of(new Problem.Line("DRAW_ID_USED", "draw", "This id is used.", "Another one.")));
    stage
        .services()
        .on("POST " + API + "/" + DRAW + "/replacement", _ -> Answer.problem(422, problem));
    var typed =
        Map.of(
            "draw",
            "taken",
            "closes",
            "2026-12-02T12:00",
            "drawsAt",
            "2026-12-03T12:00",
            "round",
            "none");
    var page = post("replacement", typed);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("This id is used.", "value=\"taken\"");
    assertThat(post("replacement", Map.of("draw", "taken")).statusCode())
        .as("a moment is missing")
        .isEqualTo(422);
  }

  @Test
  void onlyABrokenDrawIsReplaced() {
    assertThat(get("/draws/" + DRAW).body()).doesNotContain("/replacement");
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("manager-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> post(String step, Map<String, String> fields) {
    var manager = stage.signedIn("manager-op-care");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(manager.get("/draws/" + DRAW).body(), "_csrf"));
    return manager.post("/draws/" + DRAW + "/" + step, all, "Accept-Language", "en");
  }

  private void theFileIs(State state, @Nullable Step next, List<Done> done) {
    stage.services().on("GET " + API + "/" + DRAW, _ -> Answer.json(200, file(state, next, done)));
  }

  private static DrawFile file(State state, @Nullable Step next, List<Done> done) {
    return new DrawFile(
        line(state),
        "2026-12",
        100,
        List.of(new Reserve("first-time", 30)),
        ReserveOrder.MINIMUM_GUARANTEE,
        "none",
        "be887eca",
        "344aa3e6",
        null,
        null,
        null,
        null,
        null,
        1_000,
        done,
        next,
        NOW);
  }

  private static DrawLine line(State state) {
    return new DrawLine(
        DRAW,
        Kind.BATCH,
        UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8"),
        state,
        1_000,
        NOW.minusSeconds(60),
        NOW.plusSeconds(3_600),
        NOW.minusSeconds(86_400));
  }
}
