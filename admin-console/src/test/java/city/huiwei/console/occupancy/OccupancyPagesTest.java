package city.huiwei.console.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.console.StandIn.Asked;
import city.huiwei.console.Tokens;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.OccupancySheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The page over HTTP, with a server that speaks inventory's contract. */
class OccupancyPagesTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  private final Stage stage = Stage.open();

  @BeforeEach
  void inventoryHasTwoSites() {
    stage.services().on("GET /api/occupancy", OccupancyPagesTest::sheet);
  }

  @Test
  void sitesAndNightsStandInATableWithTheirTotals() {
    var page = page("monitor", "/occupancy?programme=graduate-housing&from=2026-11-27&nights=2");
    assertThat(page)
        .contains("Dawn House", "Park House", "2 sites together")
        .contains(">7</td>", ">3</td>", ">10</td>")
        .contains("free 7 · taken 2 · blocked 1");
  }

  @Test
  void onlyTheDistrictAskedForIsShownAndTheOthersAreNamed() {
    var page =
        page("monitor", "/occupancy?programme=graduate-housing&district=nanshan&from=2026-11-27");
    assertThat(page).contains("Dawn House", "Futian").doesNotContain("Park House");
  }

  @Test
  void inventoryIsAskedInTheNameOfWhoLooks() {
    page("manager-op-home", "/occupancy?programme=graduate-housing&from=2026-11-27&nights=3");

    var asked = stage.services().asked("GET /api/occupancy?").getLast();

    assertThat(asked.address())
        .contains("programme=graduate-housing", "from=2026-11-27", "nights=3");
    assertThat(Tokens.claims(asked.authorization())).extracting("sub").isEqualTo("manager-op-home");
  }

  @Test
  void whoHasNoSiteIsToldWhatToDo() {
    var page = page("monitor", "/occupancy?programme=elder-care");
    assertThat(page)
        .contains("There is no site in this scope that you can see")
        .contains("Choose another programme or district");
  }

  @Test
  void oneBeginsWithTheFirstProgrammeThatHasASite() {
    stage.services().on("GET /api/occupancy", asked -> sheet(asked, "elder-care"));
    var landed = stage.signedIn("manager-op-care").get("/");
    assertThat(landed.uri().getQuery()).isEqualTo("programme=elder-care");
  }

  @Test
  void changesArePassedOnAsTheyCome() {
    stage
        .services()
        .on(
            "GET /api/occupancy/changes",
            _ ->
                new Answer(
                    200,
                    "text/event-stream",
                    Flux.just("event:changed\ndata:41\n\n", "event:changed\ndata:42\n\n")));
    var answer = stage.signedIn("monitor").get("/occupancy/changes");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(answer.body()).contains("event:changed", "data:41", "data:42");
  }

  @Test
  void theTableComesAloneWhenThePageAsksForIt() {
    var table = page("monitor", "/occupancy/table?programme=graduate-housing&from=2026-11-27");
    assertThat(table).contains("Dawn House").doesNotContain("<html", "<form");
  }

  @Test
  void whenInventoryIsAwayThePageSaysSo() {
    stage.services().on("GET /api/occupancy", _ -> Answer.problem(503, "away"));
    var answer = stage.signedIn("monitor").get("/occupancy?programme=childcare");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("服务暂时连接不上", "请稍候片刻");
  }

  private String page(String person, String address) {
    var answer = stage.signedIn(person).get(address, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Answer sheet(Asked asked) {
    return sheet(asked, "graduate-housing");
  }

  private static Answer sheet(Asked asked, String programme) {
    var rows =
        asked.address().contains("programme=" + programme)
            ? List.of(
                new OccupancySheet.Row(
                    "gh-1",
                    new Name("晨曦", "Dawn House"),
                    "op-home",
                    "nanshan",
                    10,
                    List.of(2, 3),
                    List.of(1, 0)),
                new OccupancySheet.Row(
                    "gh-2",
                    new Name("公园", "Park House"),
                    "op-port",
                    "futian",
                    5,
                    List.of(2, 5),
                    List.of(0, 0)))
            : List.<OccupancySheet.Row>of();
    return Answer.json(200, new OccupancySheet(programme, FRIDAY, 2, Instant.now(), rows));
  }
}
