package city.huiwei.console.edit;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.edge.Problem;
import city.huiwei.inventory.contract.StockDesk.SiteFacts;
import city.huiwei.inventory.contract.StockDesk.SiteStock;
import city.huiwei.inventory.contract.StockDesk.UnitFacts;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages over HTTP, with a server that speaks inventory's contract. */
class UnitEditPagesTest {

  private static final String UNIT = "gh-001-0002";

  private final Stage stage = Stage.open();

  @BeforeEach
  void aSiteHasARoom() {
    stands(1, 3);
    stage.services().on("PUT /api/operator/units/" + UNIT, _ -> Answer.json(200, unit(2, 4)));
    stage.services().on("PUT /api/operator/sites/gh-001", _ -> Answer.json(200, site(2)));
  }

  @Test
  void aRowBecomesAFormAndIsARowAgain() {
    assertThat(page("/stock/sites/gh-001"))
        .contains(UNIT, "Floor 3")
        .doesNotContain("id=\"f-floor\"");
    assertThat(page("/stock/sites/gh-001?unit=" + UNIT))
        .contains("id=\"f-floor\"", "value=\"3\"")
        // What makes its type is not changed by hand.
        .doesNotContain("id=\"f-roomType\"");
    var saved = save(Map.of("version", "1", "floor", "4", "wheelchairAccessible", "true"));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("Saved");
    assertThat(stage.services().asked("PUT /api/operator/units/" + UNIT).getLast().body())
        .contains("\"version\":1", "\"floor\":4", "\"wheelchairAccessible\":true")
        .doesNotContain("_csrf");
  }

  @Test
  void whoeverEditsWhatHasChangedSeesBothAndMaySaveAgain() {
    stage.services().on("PUT /api/operator/units/" + UNIT, _ -> stale());
    stands(7, 5);
    var answer = save(Map.of("version", "1", "floor", "4"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Changed meanwhile", "value=\"4\"", "Now: 5", "name=\"version\" value=\"7\"");
  }

  @Test
  void aSitesStaleEditShowsBothToo() {
    stage.services().on("PUT /api/operator/sites/gh-001", _ -> stale());
    var answer =
        post(
            "/stock/sites/gh-001",
            Map.of("version", "1", "nameZh", "新", "nameEn", "Mine", "address", "x"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("value=\"Mine\"", "Now: Yunqi");
  }

  @Test
  void whatIsNotTheirsIsNotThere() {
    assertThat(stage.signedIn("manager-op-home").get("/stock/sites/gh-999").statusCode())
        .isEqualTo(404);
    assertThat(stage.signedIn("caseworker-op-home").get("/stock/sites/gh-001").statusCode())
        .isEqualTo(403);
  }

  private void stands(int version, int floor) {
    stage
        .services()
        .on(
            "GET /api/operator/sites/gh-001/stock",
            _ ->
                Answer.json(
                    200, new SiteStock(site(version), List.of(unit(version, floor)), null)));
  }

  private static SiteFacts site(int version) {
    return new SiteFacts("gh-001", "graduate-housing", "云栖", "Yunqi", "宝安", null, version);
  }

  private static UnitFacts unit(int version, int floor) {
    return new UnitFacts(
        UNIT,
        "gh-001",
        "gh-001.studio",
        Map.of("floor", floor, "roomType", "studio", "wheelchairAccessible", false),
        version);
  }

  private static Answer stale() {
    return Answer.problem(
        409,
        new Problem(
            "/problems/stale-version",
            "Changed",
            409,
            "",
            List.of(new Problem.Line("STALE_VERSION", null, "Changed meanwhile", "Compare"))));
  }

  private HttpResponse<String> save(Map<String, String> fields) {
    return post("/stock/sites/gh-001/units/" + UNIT, fields);
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var browser = stage.signedIn("manager-op-home");
    var page = browser.get("/stock/sites/gh-001", "Accept-Language", "en");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(page.body(), "_csrf"));
    return browser.post(path, all, "Accept-Language", "en");
  }

  private String page(String address) {
    var answer = stage.signedIn("manager-op-home").get(address, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
