package city.huiwei.console.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ReserveDesk.Outcome;
import city.huiwei.booking.contract.ReserveDesk.Share;
import city.huiwei.booking.contract.ReserveDesk.Trial;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trials of reserves over HTTP, with a server that speaks booking-service's contract. */
class ReservePagesTest {

  private static final String TRIED =
      "/reserves?capacity=100&others=800&rounds=1000&seed=1&groups%5B0%5D.category=first-time"
          + "&groups%5B0%5D.applicants=200&groups%5B0%5D.reserved=30&groups%5B1%5D.category=";

  private final Stage stage = Stage.open();

  @Test
  void thePageBeginsWithThePublishedExampleAndTriesNothing() {
    int asked = stage.services().asked("POST /api/operator/reserves/trials").size();
    assertThat(look("/reserves")).contains("first-time", "value=\"800\"", "Try");
    assertThat(stage.services().asked("POST /api/operator/reserves/trials")).hasSize(asked);
  }

  @Test
  void aTrialShowsWhatEachOrderGivesEachGroup() {
    answer(Answer.json(200, trial()));
    assertThat(look(TRIED))
        .contains("Open places first", "43.9", "[39–49]", "200 people, 30 reserved", "56.1");
    var sent = stage.services().asked("POST /api/operator/reserves/trials").getLast().body();
    assertThat(sent)
        .contains("\"capacity\":100", "\"reserved\":30", "\"seed\":1")
        .doesNotContain("groups\":[{\"category\":\"\"");
  }

  @Test
  void whatTheServiceRefusesStandsAtItsFieldAndNothingTypedIsLost() {
    answer(
        Answer.problem(
            422,
            Map.of(
                "type", "/problems/invalid-request",
                "title", "Mend it",
                "status", 422,
                "detail", "Some of it is wrong",
                "reasons",
                    List.of(
                        Map.of(
                            "code", "NUMBER_OUT_OF_RANGE",
                            "field", "rounds",
                            "message", "The number is not between 1 and 10000.",
                            "remedy", "Enter a number from 1 to 10000.")))));
    assertThat(look(TRIED.replace("rounds=1000", "rounds=20000")))
        .contains("href=\"#rounds\"", "not between 1 and 10000", "value=\"20000\"");
  }

  private void answer(Answer answer) {
    stage.services().on("POST /api/operator/reserves/trials", _ -> answer);
  }

  private static Trial trial() {
    return new Trial(
        100,
        1000,
        1,
        List.of(
            new Outcome(
                ReserveOrder.OPEN_FIRST,
                List.of(
                    new Share("first-time", 200, 30, 43.93, 39, 49),
                    new Share(null, 800, 0, 56.07, 51, 61)))),
        12);
  }

  private String look(String path) {
    return stage.signedIn("manager-op-home").get(path, "Accept-Language", "en").body();
  }
}
