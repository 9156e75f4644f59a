package city.huiwei.console.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.booking.contract.AppealDesk.AppealFile;
import city.huiwei.booking.contract.AppealDesk.AppealLine;
import city.huiwei.booking.contract.AppealDesk.Outcome;
import city.huiwei.booking.contract.AppealDesk.Owner;
import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.DecisionLine;
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

/** Appeals over HTTP, with a server that speaks booking-service's contract. */
class AppealPagesTest {

  private static final UUID ID = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final String API = "/api/operator/appeals";
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");

  private final Stage stage = Stage.open();

  @BeforeEach
  void oneAppealIsOpen() {
    var open = new AppealDesk.OpenAppeals(List.of(appeal(Owner.NOBODY, null)));
    stage.services().on("GET " + API, _ -> Answer.json(200, open));
    stage
        .services()
        .on("GET " + API + "/figures", _ -> Answer.json(200, new AppealDesk.Figures(8, 6, 1, 1)));
    theDecisionIs(false);
  }

  @Test
  void whatIsOverdueIsMarkedAndTheFiguresAreShown() {
    var page = get("/appeals").body();
    assertThat(page).contains("QWERT-12345", "Overdue, manager told", "75%");
    // What people write stands on the appeal's own page.
    assertThat(page).doesNotContain("评估有误");
  }

  @Test
  void whoDecidedIsToldThatAColleagueAnswers() {
    assertThat(get("/appeals/" + ID).body()).contains("Send the answer", "评估有误");
    theDecisionIs(true);
    assertThat(get("/appeals/" + ID).body())
        .contains("nobody judges their own")
        .doesNotContain("Send the answer");
  }

  @Test
  void anAppealIsTakenOver() {
    stage
        .services()
        .on("PUT " + API + "/" + ID + "/owner", _ -> Answer.json(200, appeal(Owner.ME, null)));
    assertThat(post("owner", Map.of()).uri()).hasToString(stage.address("/appeals/" + ID));
    assertThat(stage.services().asked("PUT " + API + "/" + ID + "/owner")).isNotEmpty();
  }

  @Test
  void anAnswerIsSentAndWhatFollowsIsSaid() {
    stage
        .services()
        .on(
            "PUT " + API + "/" + ID + "/answer",
            _ -> Answer.json(200, appeal(Owner.ME, Outcome.CORRECTED)));
    theFileIs(file(appeal(Owner.ME, Outcome.CORRECTED), false));
    var page = post("answer", Map.of("outcome", "CORRECTED", "text", "已核实"));
    assertThat(page.body()).contains("The answer is sent", "check it again and decide anew");
    assertThat(stage.services().asked("PUT " + API + "/" + ID + "/answer").getLast().body())
        .contains("CORRECTED", "已核实");
  }

  @Test
  void anAnswerThatIsRefusedIsNotLost() {
    var problem =
        new Problem(
            "/problems/wrong-state",
            "Not at this point",
            409,
            "No",
            List.of(new Problem.Line("OWN", null, "Nobody judges their own.", "Ask.")));
    stage.services().on("PUT " + API + "/" + ID + "/answer", _ -> Answer.problem(409, problem));
    var page = post("answer", Map.of("outcome", "UPHELD", "text", "我的答复"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Nobody judges their own.", "我的答复");
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("manager-op-care").get(path, "Accept-Language", "en");
  }

  private HttpResponse<String> post(String what, Map<String, String> fields) {
    var manager = stage.signedIn("manager-op-care");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(manager.get("/appeals/" + ID).body(), "_csrf"));
    return manager.post("/appeals/" + ID + "/" + what, all, "Accept-Language", "en");
  }

  private void theDecisionIs(boolean mine) {
    theFileIs(file(appeal(Owner.NOBODY, null), mine));
  }

  private void theFileIs(AppealFile file) {
    stage.services().on("GET " + API + "/" + ID, _ -> Answer.json(200, file));
  }

  private static AppealFile file(AppealLine appeal, boolean mine) {
    var decision =
        new DecisionLine(
            ID, NOW, "ELIGIBILITY", "INELIGIBLE", "2026-1", true, mine, List.of(), NOW);
    var application =
        new ApplicationLine(
            ID,
            "ABCDE-12345",
            "elder-care",
            ApplicationState.INELIGIBLE,
            Channel.ONLINE,
            3,
            NOW,
            NOW,
            NOW);
    return new AppealFile(appeal, application, decision);
  }

  private static AppealLine appeal(Owner owner, @Nullable Outcome outcome) {
    var isAnswered = outcome != null;
    return new AppealLine(
        ID,
        "QWERT-12345",
        ID,
        ID,
        "评估有误",
        owner,
        NOW,
        NOW,
        NOW,
        isAnswered ? "已核实" : null,
        outcome,
        isAnswered ? NOW : null);
  }
}
