package city.huiwei.console.residence;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ResidenceDesk.Done;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceFile;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceLine;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceList;
import city.huiwei.booking.contract.ResidenceDesk.State;
import city.huiwei.booking.contract.ResidenceDesk.Step;
import city.huiwei.booking.contract.ResidenceDesk.Which;
import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.edge.Problem;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Residences over HTTP, with a server that speaks booking-service's contract. */
class ResidencePagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final String API = "/api/operator/residences";
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final Stage stage = Stage.open();

  @BeforeEach
  void somebodyIsToMoveIn() {
    stage
        .services()
        .on("GET " + API, _ -> Answer.json(200, new ResidenceList(List.of(line()), null)));
    theStepsAre(Step.MOVE_IN, Step.LOOK, Step.LEAVE);
  }

  @ParameterizedTest
  @EnumSource(Which.class)
  void eachListIsAskedForByItsName(Which which) {
    var word = which.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    var page = get("/residences?which=" + word).body();
    assertThat(page).contains("ABCDE-12345", "ec-001-0101", "1 Dec 2026");
    assertThat(stage.services().asked("GET " + API + "?").getLast().address())
        .contains("which=" + which);
  }

  @Test
  void anEmptyListSaysWhoWouldBeInIt() {
    stage.services().on("GET " + API, _ -> Answer.json(200, new ResidenceList(List.of(), null)));
    assertThat(get("/residences").body()).contains("Whoever accepts an offer appears here");
  }

  @Test
  void onlyStepsThatCanBeTakenAreOffered() {
    var page = get("/residences/" + ID).body();
    assertThat(page).contains("/move-in\"", "/look\"", "/leave\"", "moved in before");
    assertThat(page).doesNotContain("/publish\"", "/go-away\"");
  }

  @Test
  void aStepIsTakenWithItsFacts() {
    stage.services().on("PUT " + API + "/" + ID + "/step", _ -> Answer.json(200, line()));
    var page = take("look", Map.of("day", "2027-12-01", "needsAnother", "true", "note", "四级"));
    assertThat(page.uri().getQuery()).isEqualTo("done=look");
    assertThat(page.body()).contains("The result is recorded");
    assertThat(stage.services().asked("PUT " + API + "/" + ID + "/step").getLast().body())
        .contains("LOOK", "2027-12-01", "\"needsAnother\":true", "四级", "\"version\":4");
  }

  @Test
  void aStepThatIsRefusedKeepsWhatWasTyped() {
    var problem =
        new Problem(
            "/problems/invalid-request",
            "Invalid",
            422,
            "No",
            List.of(new Problem.Line("DAY_NOT_AHEAD", "day", "Not ahead.", "Choose later.")));
    stage.services().on("PUT " + API + "/" + ID + "/step", _ -> Answer.problem(422, problem));
    var page = take("look", Map.of("day", "2020-01-01", "note", "四级"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Not ahead.", "Choose later.", "2020-01-01", "四级");
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("caseworker-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> take(String step, Map<String, String> facts) {
    var caseworker = stage.signedIn("caseworker-op-care");
    var fields = new HashMap<>(facts);
    fields.put("version", "4");
    fields.put("_csrf", Browser.hidden(caseworker.get("/residences/" + ID).body(), "_csrf"));
    return caseworker.post("/residences/" + ID + "/" + step, fields, "Accept-Language", "en");
  }

  private void theStepsAre(Step... steps) {
    var done =
        List.of(new Done(Instant.parse("2026-12-01T02:03:00Z"), Step.SIGN, "moved in before"));
    stage
        .services()
        .on(
            "GET " + API + "/" + ID,
            _ -> Answer.json(200, new ResidenceFile(line(), List.of(steps), done)));
  }

  private static ResidenceLine line() {
    return new ResidenceLine(
        ID,
        ID,
        "ABCDE-12345",
        "elder-care",
        "ec-001",
        List.of("ec-001-0101"),
        null,
        State.SIGNED,
        DAY,
        null,
        null,
        null,
        false,
        4);
  }
}
