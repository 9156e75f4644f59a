package city.huiwei.console.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.console.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may register a machine, who may look at them, and in whose name they are read. */
class MachinesSecurityTest {

  private final Stage stage = Stage.open();

  @Test
  void nobodyRegistersWithoutAToken() {
    assertThat(register(stage.stranger(), "nobody").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyRegistersWithAForgedToken() {
    var answer = register(stage.stranger(), "forger", "Authorization", "Bearer no.real.token");
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graduate-00001", "manager-op-home", "administrator"})
  void aPersonsTokenRegistersNothing(String person) {
    var token = "Bearer " + stage.signIn().token(person);
    var answer = register(stage.stranger(), person, "Authorization", token);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void anAdministratorsSessionRegistersNothing() {
    assertThat(register(stage.signedIn("administrator"), "session").statusCode()).isEqualTo(401);
  }

  @Test
  void aServiceRegistersAndTheAdministratorSeesIt() {
    assertThat(register(stage.stranger(), "seen", service()).statusCode()).isEqualTo(201);

    var seen =
        stage.signedIn("administrator").get("/machines/instances", "Accept", "application/json");

    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.body()).contains("\"name\":\"seen\"");
  }

  @Test
  void machinesAreReadInTheConsolesOwnName() {
    stage.services().on("GET /watched/health", _ -> Answer.json(200, Map.of("status", "UP")));

    register(stage.stranger(), "watched", service());

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() ->
            assertThat(stage.services().asked("GET /watched/health"))
                .isNotEmpty()
                .allSatisfy(asked ->
                    assertThat(Tokens.claims(asked.authorization()))
                        .extracting("sub", "roles")
                        .containsExactly("admin-console", List.of("service"))));
  }

  @Test
  void nobodyReadsTheMachinesWithoutASession() {
    for (var path : List.of("/machines", "/machines/instances", "/machines/applications")) {
      assertThat(stage.stranger().ask(path).statusCode()).as(path).isEqualTo(302);
    }
  }

  @Test
  void aServicesTokenReadsNothing() {
    var answer = stage.stranger().ask("/machines/instances", service());
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graduate-00001", "caseworker-op-home", "manager-op-home", "monitor"})
  void onlyAdministratorsLookAtTheMachines(String person) {
    var browser = stage.signedIn(person);
    assertThat(browser.get("/machines").statusCode()).isEqualTo(403);
    assertThat(browser.get("/machines/instances").statusCode()).isEqualTo(403);
  }

  @Test
  void anAdministratorsPageTakesAMachineOffTheListAndAForgedOneDoesNot() {
    var id = id(register(stage.stranger(), "leaving", service()));
    var administrator = stage.signedIn("administrator");
    administrator.get("/machines/instances/" + id);

    assertThat(delete(administrator, id).statusCode()).isEqualTo(403);
    assertThat(
            delete(administrator, id, "X-XSRF-TOKEN", administrator.cookie("XSRF-TOKEN"))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void aServiceSignsItselfOff() {
    var id = id(register(stage.stranger(), "stopping", service()));
    assertThat(delete(stage.stranger(), id).statusCode()).isEqualTo(403);
    assertThat(delete(stage.stranger(), id, service()).statusCode()).isEqualTo(204);
  }

  @Test
  void framesAreForTheMachinesOwnPagesOnly() {
    var administrator = stage.signedIn("administrator");
    assertThat(administrator.get("/machines").headers().firstValue("X-Frame-Options"))
        .hasValue("SAMEORIGIN");
    assertThat(administrator.get("/stock/import").headers().firstValue("X-Frame-Options"))
        .hasValue("DENY");
  }

  @Test
  void theMachinesPageKnowsTheHeaderAgainstForgedPosts() {
    var settings = stage.signedIn("administrator").get("/machines/sba-settings.js");
    assertThat(settings.body()).contains("\"X-XSRF-TOKEN\"");
  }

  private String[] service() {
    return new String[] {
      "Authorization", "Bearer " + stage.signIn().serviceToken("inventory-service")
    };
  }

  private HttpResponse<String> register(Browser browser, String name, String... headers) {
    var base = stage.services().address() + "/" + name;
    var body =
        """
        {"name": "%s", "managementUrl": "%s", "healthUrl": "%s/health", "serviceUrl": "%s"}\
        """
            .formatted(name, base, base, base);
    return browser.send(
        "POST", "/machines/instances", BodyPublishers.ofString(body), withJson(headers));
  }

  private static HttpResponse<String> delete(Browser browser, String id, String... headers) {
    return browser.send("DELETE", "/machines/instances/" + id, BodyPublishers.noBody(), headers);
  }

  private static String[] withJson(String... headers) {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return all.toArray(String[]::new);
  }

  private static String id(HttpResponse<String> registered) {
    return registered.body().replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1");
  }
}
