package city.huiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open which part of the console, asked over HTTP with the sample sign-in provider. */
class PagesSecurityTest {

  private static final String UPLOAD =
      "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nsites\r\n--x--\r\n";

  private final Stage stage = Stage.open();

  @ParameterizedTest
  @CsvSource({
    "administrator, 200, 403, 403",
    "manager-op-home, 200, 200, 404",
    "caseworker-op-home, 403, 200, 404",
    "monitor, 403, 403, 404",
    "auditor, 403, 403, 403",
    "graduate-00001, 403, 403, 403",
    "firm-00001, 403, 403, 403"
  })
  void eachPartIsOpenToItsRolesOnly(String person, int stock, int desk, int occupancy) {
    var browser = stage.signedIn(person);
    assertThat(browser.get("/stock/import").statusCode()).as("stock").isEqualTo(stock);
    assertThat(browser.get("/desk").statusCode()).as("desk").isEqualTo(desk);
    // Whoever may look is told that there is no such programme.
    assertThat(browser.get("/occupancy?programme=none").statusCode())
        .as("occupancy")
        .isEqualTo(occupancy);
  }

  @ParameterizedTest
  @CsvSource({
    "manager-op-home, 404",
    "caseworker-op-home, 404",
    "administrator, 403",
    "monitor, 403",
    "auditor, 403",
    "family-00001, 403"
  })
  void whatNamesPersonsIsForTheirOperatorsStaff(String person, int answer) {
    var browser = stage.signedIn(person);
    for (var path : List.of("/review/", "/counter/", "/appeals/", "/residences/", "/draws/")) {
      var page = browser.get(path + UUID.randomUUID());
      // Whoever may look is told that there is no such thing.
      assertThat(page.statusCode()).as(path).isEqualTo(answer);
    }
    var pair = "/duplicates/" + UUID.randomUUID() + "/" + UUID.randomUUID();
    assertThat(browser.get(pair).statusCode()).as(pair).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/occupancy",
        "/occupancy/changes",
        "/desk",
        "/stock/import",
        "/review",
        "/appeals"
      })
  void aStrangerIsLedToTheProvider(String path) {
    var answer = stage.stranger().ask(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/oauth2/authorization/city");
  }

  @Test
  void aGraduateIsToldWhatToDo() {
    var page = stage.signedIn("graduate-00001").get("/", "Accept-Language", "en");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains("Your account cannot open this page")
        .contains("Applicants please use the citizens&#39; pages")
        .contains("Sign out");
  }

  @Test
  void aScriptIsTurnedAwayLikeAPage() {
    var answer =
        stage.signedIn("graduate-00001").get("/occupancy/changes", "Accept", "text/event-stream");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void thePartsOfTheMenuAreThoseThatAreOpen() {
    var page = stage.signedIn("caseworker-op-home").get("/desk").body();
    assertThat(page).contains("href=\"/occupancy\"", "href=\"/desk\"", "href=\"/review\"");
    assertThat(page).doesNotContain("href=\"/stock\"", "href=\"/machines\"");
  }

  @Test
  void aForgedFormIsRefused() {
    var caseworker = stage.signedIn("caseworker-op-home");
    var page = caseworker.post("/desk/ABC/check-in", Map.of(), "Accept-Language", "en");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("This page was open for too long");
  }

  @Test
  void aForgedUploadIsRefused() {
    var upload =
        stage
            .signedIn("manager-op-home")
            .send(
                "POST",
                "/stock/import",
                BodyPublishers.ofString(UPLOAD),
                "Content-Type",
                "multipart/form-data; boundary=x");
    assertThat(upload.statusCode()).isEqualTo(403);
  }

  @Test
  void signingOutEndsTheSession() {
    var manager = stage.signedIn("manager-op-home");
    var token = Browser.hidden(manager.get("/desk").body(), "_csrf");

    manager.post("/sign-out", Map.of("_csrf", token));

    assertThat(manager.ask("/desk").statusCode()).isEqualTo(302);
  }

  @Test
  void theSessionsCookieIsOutOfReachOfScripts() {
    var answer = stage.stranger().ask("/oauth2/authorization/city");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie -> assertThat(cookie).contains("huiwei-console=", "HTTPOnly", "SameSite=Lax"));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    var policy =
        stage
            .signedIn("manager-op-home")
            .get("/desk")
            .headers()
            .map()
            .get("Content-Security-Policy");
    assertThat(policy)
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "info", "prometheus"})
  void everyoneSeesHowTheConsoleIs(String endpoint) {
    assertThat(stage.stranger().ask("/actuator/" + endpoint).statusCode()).isEqualTo(200);
  }

  @Test
  void theRestOfTheActuatorIsForTheAdministrator() {
    var stranger = stage.stranger();
    assertThat(stranger.ask("/actuator/beans").statusCode()).isEqualTo(401);
    assertThat(beans("administrator")).isEqualTo(200);
    assertThat(beans("graduate-00001")).isEqualTo(403);
  }

  private int beans(String person) {
    var token = "Bearer " + stage.signIn().token(person);
    return stage.stranger().ask("/actuator/beans", "Authorization", token).statusCode();
  }
}
