package city.huiwei.console.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.console.StandIn.Asked;
import city.huiwei.console.Tokens;
import city.huiwei.edge.Problem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A file's way through the console, with a server that speaks as inventory's imports do. */
class StockPagesTest {

  private static final String CONTENT = "unit,site\nx-1,gh-002\n";

  private final Stage stage = Stage.open();
  private final Browser manager = stage.signedIn("manager-op-home");

  @Test
  void theFormSaysWhatIsMissing() {
    var page = upload("", "");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Choose which file it is", "Choose the file to upload", "href=\"#content\"");
  }

  @Test
  void aFileReachesInventoryAsItIsInTheManagersName() {
    var page = sent(_ -> Answer.json(200, Map.of()));

    var asked = await().until(() -> puts(page), puts -> !puts.isEmpty()).getFirst();

    assertThat(asked.body()).isEqualTo(CONTENT);
    assertThat(asked.address()).endsWith("?file=graduate-rooms");
    assertThat(Tokens.claims(asked.authorization())).extracting("sub").isEqualTo("manager-op-home");
    assertThat(asked.language()).isEqualTo("en");
  }

  @Test
  void theReportIsShownWithItsProblems() {
    var page = sent(_ -> Answer.json(422, Map.of("state", "REFUSED")));
    var id = id(page);
    stage.services().on("GET /api/imports/" + id, _ -> Answer.json(200, report(id, "REFUSED")));

    assertThat(open(page))
        .contains("Not imported: the file has 2 problems")
        .contains("palace", "There is no such type", "Choose a known type");
  }

  @Test
  void whileItRunsThePageSaysHowFarItIsAndAsksAgain() {
    var page = sent(_ -> Answer.json(200, Map.of()));
    var id = id(page);
    stage.services().on("GET /api/imports/" + id, _ -> Answer.json(200, report(id, "RUNNING")));

    assertThat(open(page))
        .contains("Reading", "1,234 rows read", "hx-get=\"/stock/imports/" + id + "/progress\"")
        .contains("http-equiv=\"refresh\"");
  }

  @Test
  void aBusyInventoryIsAskedAgainUntilItTakesTheFile() {
    var calls = new AtomicInteger();
    var page =
        sent(_ ->
            calls.incrementAndGet() < 3
                ? Answer.problem(503, Map.of())
                : Answer.json(200, Map.of()));
    await().atMost(Duration.ofSeconds(20)).until(() -> puts(page).size() == 3);
    assertThat(puts(page)).extracting(Asked::body).containsOnly(CONTENT);
  }

  @Test
  void aFileThatNeverArrivedSaysWhyNot() {
    var problem =
        new Problem(
            "/problems/invalid-request",
            "No",
            422,
            "No",
            List.of(new Problem.Line("X", null, "This is not for you.", "Ask the city.")));
    var page = sent(_ -> Answer.problem(422, problem));
    await()
        .untilAsserted(
            () -> assertThat(open(page)).contains("This is not for you.", "Ask the city."));
  }

  @Test
  void anImportNobodyKnowsIsNotFound() {
    var answer = manager.get("/stock/imports/01a2096f-e33b-73d9-8c18-dca1c64c14d8");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> sent(Function<Asked, Answer> inventory) {
    stage.services().onAnyPut("/api/imports/", inventory);
    var page = upload("graduate-rooms", CONTENT);
    assertThat(page.uri().getPath()).startsWith("/stock/imports/");
    return page;
  }

  private HttpResponse<String> upload(String kind, String content) {
    var token = Browser.hidden(manager.get("/stock/import").body(), "_csrf");
    var file = content.isEmpty() ? "" : "rooms.csv";
    var body =
        part("_csrf", "", token)
            + (kind.isEmpty() ? "" : part("file", "", kind))
            + part("content", "; filename=\"" + file + "\"\r\nContent-Type: text/csv", content)
            + "--edge--\r\n";
    return manager.send(
        "POST",
        "/stock/import",
        BodyPublishers.ofString(body),
        "Content-Type",
        "multipart/form-data; boundary=edge",
        "Accept-Language",
        "en");
  }

  private static String part(String name, String more, String content) {
    return "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, more, content);
  }

  private List<Asked> puts(HttpResponse<String> page) {
    return stage.services().asked("PUT /api/imports/" + id(page));
  }

  private String open(HttpResponse<String> page) {
    return manager.get("/stock/imports/" + id(page), "Accept-Language", "en").body();
  }

  private static String id(HttpResponse<String> page) {
    return page.uri().getPath().replace("/stock/imports/", "");
  }

  private static Map<String, Object> report(String id, String state) {
    var running = state.equals("RUNNING");
    var problem =
        Map.of(
            "row",
            2,
            "column",
            "room_type",
            "value",
            "palace",
            "code",
            "X",
            "message",
            "There is no such type",
            "remedy",
            "Choose a known type");
    return running
        ? Map.of(
            "id", id, "file", "graduate-rooms", "state", state, "phase", "READING", "rows", 1234)
        : Map.of(
            "id",
            id,
            "file",
            "graduate-rooms",
            "state",
            state,
            "phase",
            "ENDED",
            "rows",
            2,
            "problemsInAll",
            2,
            "problems",
            List.of(problem, problem));
  }
}
