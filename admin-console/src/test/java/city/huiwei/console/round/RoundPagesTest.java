package city.huiwei.console.round;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.ClassDesk.ClassFile;
import city.huiwei.booking.contract.ClassDesk.ClassList;
import city.huiwei.booking.contract.ClassDesk.Declared;
import city.huiwei.booking.contract.ClassDesk.KnownVacancy;
import city.huiwei.booking.contract.ClassDesk.Limit;
import city.huiwei.booking.contract.ClassDesk.Said;
import city.huiwei.booking.contract.RoundDesk.Phase;
import city.huiwei.booking.contract.RoundDesk.RoundFile;
import city.huiwei.booking.contract.RoundDesk.RoundLine;
import city.huiwei.booking.contract.RoundDesk.RoundList;
import city.huiwei.booking.contract.RoundDesk.RunLine;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds and classes over HTTP, with a server that speaks booking-service's contract. */
class RoundPagesTest {

  private static final UUID ROUND = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final String API = "/api/operator/rounds";
  private static final String CLASSES = "/api/operator/classes";
  private static final String POOL = "cc-001.1";
  private static final Instant NOW = Instant.parse("2026-12-01T02:03:00Z");
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  private final Stage stage = Stage.open();

  @BeforeEach
  void aRoundIsMatched() {
    var classes = new ClassList(DAY, List.of(aClass()), List.of(new KnownVacancy(POOL, DAY, 2)));
    var services = stage.services();
    services.on("GET " + API, _ -> Answer.json(200, new RoundList(List.of(line(2, 1)))));
    services.on("GET " + API + "/" + ROUND, _ -> Answer.json(200, file(line(2, 1))));
    services.on("GET " + CLASSES, _ -> Answer.json(200, classes));
  }

  @Test
  void aRoundIsAnnouncedOnceWithItsDatesInTheCitysTime() {
    stage.services().on("POST " + API, _ -> Answer.json(201, line(null, null)));
    var page = get("/rounds");
    assertThat(page.body()).contains("CC-2027-03");
    var key = Browser.hidden(page.body(), "key");
    assertThat(announced(key, "2026-12-31T12:00").uri())
        .hasToString(stage.address("/rounds/" + ROUND));
    var asked = stage.services().asked("POST " + API).getLast();
    assertThat(asked.key()).isEqualTo(key);
    assertThat(asked.body()).contains("\"drawsAt\":\"2026-12-31T04:00:00Z\"");
  }

  @Test
  void whatIsRefusedStandsAtItsFieldAndIsNotLost() {
    var problem =
        new Problem(
            "/problems/invalid-request",
            "Not like this",
            422,
            "No",
            List.of(new Problem.Line("DATES", "drawsAt", "Too late.", "Before the answers.")));
    stage.services().on("POST " + API, _ -> Answer.problem(422, problem));
    var page = announced("k", "2026-12-31T12:00");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Too late.", "href=\"#drawsAt\"", "2026-12-31T12:00");
  }

  @Test
  void aRoundWithoutAllItsDatesIsNotAnnounced() {
    assertThat(announced("k", "").statusCode()).isEqualTo(422);
    assertThat(stage.services().asked("POST " + API)).isEmpty();
  }

  @Test
  void runsAreMadeAndPublished() {
    var services = stage.services();
    services.on("PUT " + API + "/" + ROUND + "/runs/2", _ -> Answer.json(200, run()));
    services.on(
        "PUT " + API + "/" + ROUND + "/runs/1/publication", _ -> Answer.json(200, line(2, 1)));
    assertThat(get("/rounds/" + ROUND).body()).contains("30 of 40", "12 passes");
    assertThat(post("/rounds/" + ROUND + "/runs/2", Map.of()).uri())
        .hasToString(stage.address("/rounds/" + ROUND));
    assertThat(post("/rounds/" + ROUND + "/runs/1/publication", Map.of()).uri())
        .hasToString(stage.address("/rounds/" + ROUND));
  }

  @Test
  void classesAreDeclaredAsTheStockHasThem() {
    stage.services().on("PUT " + CLASSES, _ -> Answer.json(200, new Declared(1)));
    assertThat(get("/rounds/classes").body()).contains(POOL, "2 free");
    assertThat(post("/rounds/classes", Map.of()).uri())
        .hasToString(stage.address("/rounds/classes"));
    assertThat(stage.services().asked("PUT " + CLASSES)).isNotEmpty();
  }

  @Test
  void oneClassIsDeclaredByItsForm() {
    var declared = "PUT " + CLASSES + "/" + POOL;
    stage.services().on(declared, _ -> Answer.json(200, aClass()));
    assertThat(get("/rounds/classes/" + POOL).body()).contains("value=\"15\"");
    post(
        "/rounds/classes/" + POOL,
        Map.of(
            "carers", "4",
            "licensedPlaces", "18",
            "licensedFrom", "2027-01-01",
            "opensOn", "2027-02-01",
            "version", "3"));
    assertThat(stage.services().asked(declared).getLast().body())
        .contains("\"carers\":4", "\"licensedPlaces\":18", "\"version\":3");
    assertThat(get("/rounds/classes/elsewhere").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> announced(String key, String drawsAt) {
    return post(
        "/rounds",
        Map.of(
            "key", key,
            "startsOn", "2027-03-01",
            "opensAt", "2026-12-02T12:00",
            "closesAt", "2026-12-30T12:00",
            "drawsAt", drawsAt,
            "answersUntil", "2027-01-07T12:00",
            "fillAnswersUntil", "2027-01-14T12:00"));
  }

  private HttpResponse<String> get(String path) {
    return stage.signedIn("manager-op-tot").get(path, "Accept-Language", "en");
  }

  /** As a browser sends the page's own form, with whatever mark that form has. */
  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var manager = stage.signedIn("manager-op-tot");
    var page = path.replaceAll("/runs/.*", "");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(manager.get(page, "Accept-Language", "en").body(), "_csrf"));
    return manager.post(path, all, "Accept-Language", "en");
  }

  private static RoundFile file(RoundLine line) {
    return new RoundFile(line, 38, 40, "childcare-1", "PUBLISHED", List.of(run()), List.of());
  }

  private static RunLine run() {
    return new RunLine(1, 40, 30, 0, 12, 8, "be887eca344aa3e6be887eca", null, List.of());
  }

  private static RoundLine line(@Nullable Integer nextRun, @Nullable Integer nextPublication) {
    return new RoundLine(
        ROUND, "CC-2027-03", Phase.MATCHING, DAY, NOW, NOW, NOW, NOW, nextRun, nextPublication);
  }

  private static ClassFile aClass() {
    return new ClassFile(
        POOL,
        "cc-001",
        "young-toddler",
        12,
        24,
        15,
        12,
        Limit.CARERS,
        9,
        new Said(3, 15, DAY, null, DAY, null, 3));
  }
}
