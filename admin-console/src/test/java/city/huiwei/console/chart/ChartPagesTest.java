package city.huiwei.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.booking.contract.GuestDesk.State;
import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.console.Tokens;
import city.huiwei.edge.Problem;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.ChartSheet.Kind;
import city.huiwei.inventory.contract.ChartSheet.Row;
import city.huiwei.inventory.contract.ChartSheet.Stay;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.UnitChart.Arranged;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page over HTTP, with a server that speaks the services' contracts. */
class ChartPagesTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final UUID STAY = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d8");
  private static final UUID OTHER = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14d9");
  private static final UUID BLOCK = UUID.fromString("01a2096f-e33b-73d9-8c18-dca1c64c14da");

  private final Stage stage = Stage.open();

  @BeforeEach
  void aSiteHasThreeUnits() {
    var sheet =
        sheet(
            List.of(
                unit("gh-001-0001", stay(STAY, Kind.FIRM, 1, 4, null)),
                unit("gh-001-0002", stay(OTHER, Kind.TIMED, 2, 3, null)),
                unit("gh-001-0003", stay(BLOCK, Kind.BLOCKED, 0, 9, "漏水"))));
    stage.services().on("GET /api/operator/sites/gh-001/chart", _ -> Answer.json(200, sheet));
    stage
        .services()
        .on(
            "POST /api/operator/guests",
            _ ->
                Answer.json(
                    200,
                    List.of(
                        new Guest(STAY, "K7M4Q-2H9TD", null, State.EXPECTED, null, null),
                        new Guest(
                            OTHER,
                            "A3B5C-9XKLM",
                            "林****",
                            State.OFFERED,
                            UUID.randomUUID(),
                            null))));
    for (var step : List.of("unit", "exchange", "pin")) {
      arranges("PUT /api/operator/stays/" + STAY + "/" + step);
    }
    arranges("PUT /api/operator/blocks/" + BLOCK + "/end");
    stage
        .services()
        .onAnyPut(
            "/api/operator/blocks/",
            _ -> Answer.json(200, new Arranged(BLOCK, "gh-001.studio", "gh-001-0001")));
  }

  @Test
  void whoHasWhichUnitStandsOnTheChartMasked() {
    var page = page("/chart/gh-001?from=" + TODAY);
    assertThat(page)
        .contains("Yunqi", "K7M4Q-2H9TD", "A3B5C-9XKLM 林****", "Out of use 漏水")
        .contains("class=\"bar firm", "class=\"bar timed", "class=\"bar blocked")
        .contains("colspan=\"3\"", "id=\"free.0\"");
    var asked = stage.services().asked("GET /api/operator/sites/gh-001/chart").getLast();
    assertThat(Tokens.claims(asked.authorization())).extracting("operator").isEqualTo("op-home");
  }

  @Test
  void aSelectedStayShowsWhereItCanGo() {
    var page = page("/chart/gh-001?stay=" + STAY);
    assertThat(page)
        .contains("Move to another unit", "Exchange with another stay", "Pin to this unit")
        .contains("/desk?reference=K7M4Q-2H9TD")
        .contains("value=\"" + OTHER + " gh-001-0002\"");
    assertThat(page("/chart/gh-001?stay=" + STAY + "&unit=gh-001-0002"))
        .contains("gh-001-0002 cannot be had: one stay is in the way");
    assertThat(page("/chart/gh-001?stay=" + BLOCK)).contains("Put back into use", "漏水");
    assertThat(page("/chart/gh-001?unit=gh-001-0002")).contains("Take gh-001-0002 out of use");
    assertThat(page("/chart/gh-001?stay=" + UUID.randomUUID())).doesNotContain("id=\"selected\"");
  }

  @Test
  void aMoveIsAskedForWithTheUnitThatWasSeenAndLeadsBack() {
    var answer =
        post(
            "move",
            Map.of(
                "stay",
                STAY.toString(),
                "seen",
                "gh-001-0001",
                "to",
                "gh-001-0004",
                "pinned",
                "true"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.uri().toString()).contains("/chart/gh-001?nights=14&done=moved");
    assertThat(answer.body()).contains("Moved");
    assertThat(stage.services().asked("PUT /api/operator/stays/" + STAY + "/unit").getLast().body())
        .contains("\"seen\":\"gh-001-0001\"", "\"unit\":\"gh-001-0004\"");
    assertThat(stage.services().asked("PUT /api/operator/stays/" + STAY + "/pin").getLast().body())
        .contains("true");
  }

  @Test
  void anExchangeNamesBothAndTheirUnits() {
    post(
        "exchange",
        Map.of("stay", STAY.toString(), "seen", "gh-001-0001", "other", OTHER + " gh-001-0002"));
    assertThat(
            stage
                .services()
                .asked("PUT /api/operator/stays/" + STAY + "/exchange")
                .getLast()
                .body())
        .contains("\"other\":\"" + OTHER + "\"", "\"otherSeen\":\"gh-001-0002\"");
  }

  @ParameterizedTest
  @CsvSource({"pin, pinned, true", "unblock, '', ''"})
  void otherStepsLeadBackToo(String step, String field, String value) {
    var stay = step.equals("unblock") ? BLOCK : STAY;
    var fields = new HashMap<>(Map.of("stay", stay.toString()));
    if (!field.isEmpty()) {
      fields.put(field, value);
    }
    assertThat(post(step, fields).uri().toString()).contains("done=" + step);
  }

  @Test
  void whatCannotBeIsSaidOnThePageAndWhatWasTypedIsKept() {
    stage
        .services()
        .onAnyPut(
            "/api/operator/blocks/",
            _ ->
                Answer.problem(
                    409,
                    new Problem(
                        "/problems/not-arranged",
                        "Not changed",
                        409,
                        "Nothing has changed",
                        List.of(
                            new Problem.Line(
                                "UNIT_TAKEN",
                                null,
                                "Somebody else has the unit",
                                "Choose another")))));
    var answer =
        post(
            "block",
            Map.of(
                "unit",
                "gh-001-0001",
                "begins",
                TODAY.toString(),
                "reason",
                "painting",
                "block",
                BLOCK.toString()));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Somebody else has the unit", "Choose another", "value=\"painting\"")
        .contains("Seat whoever is in the way", "K7M4Q-2H9TD");
    // The same form again is the same block.
    assertThat(Browser.hidden(answer.body(), "block")).isEqualTo(BLOCK.toString());
  }

  @Test
  void whoIsHereIsNotUnpinned() {
    stage
        .services()
        .on(
            "POST /api/operator/guests",
            _ ->
                Answer.json(
                    200, List.of(new Guest(STAY, "K7M4Q-2H9TD", null, State.HERE, null, null))));
    var before = stage.services().asked("PUT /api/operator/stays/" + STAY + "/pin").size();
    assertThat(post("pin", Map.of("stay", STAY.toString(), "pinned", "false")).statusCode())
        .isEqualTo(404);
    assertThat(stage.services().asked("PUT /api/operator/stays/" + STAY + "/pin")).hasSize(before);
    assertThat(page("/chart/gh-001?stay=" + STAY))
        .contains("The guest has the key")
        .doesNotContain("Unpin");
  }

  @Test
  void aSiteOfNobodysIsNotThere() {
    var browser = stage.signedIn("caseworker-op-home");
    assertThat(browser.get("/chart/gh-999").statusCode()).isEqualTo(404);
    assertThat(browser.get("/chart/gh-999/table").statusCode()).isEqualTo(404);
  }

  /** 500 units by 31 nights with all their stays, read, named and written as a page. */
  @Test
  void aLargeChartIsAPageInTime() {
    var large = sheet(IntStream.range(0, 500).mapToObj(ChartPagesTest::fullUnit).toList());
    var guests =
        large.units().stream()
            .flatMap(row -> row.stays().stream())
            .map(stay -> new Guest(stay.hold(), "K7M4Q-2H9TD", "林****", State.EXPECTED, null, null))
            .limit(1_000)
            .toList();
    stage.services().on("GET /api/operator/sites/gh-500/chart", _ -> Answer.json(200, large));
    stage.services().on("POST /api/operator/guests", _ -> Answer.json(200, guests));
    var browser = stage.signedIn("caseworker-op-home");
    var best = Duration.ofDays(1);
    var size = 0;
    for (int run = 0; run < 10; run++) {
      var began = System.nanoTime();
      var page = browser.get("/chart/gh-500/table?nights=31&from=" + TODAY);
      var took = Duration.ofNanos(System.nanoTime() - began);
      best = took.compareTo(best) < 0 ? took : best;
      size = page.body().length();
      assertThat(page.statusCode()).isEqualTo(200);
    }
    System.out.println(
        "500 units x 31 nights: page of "
            + size / 1000
            + " kB written in "
            + best.toMillis()
            + " ms");
    assertThat(best).isLessThan(Duration.ofMillis(300));
  }

  private static Row fullUnit(int number) {
    return unit(
        "gh-500-%04d".formatted(number),
        IntStream.range(0, 5)
            .mapToObj(n ->
                stay(UUID.randomUUID(), n == 2 ? Kind.TIMED : Kind.FIRM, n * 6, n * 6 + 5, null))
            .toArray(Stay[]::new));
  }

  private void arranges(String question) {
    stage
        .services()
        .on(question, _ -> Answer.json(200, new Arranged(STAY, "gh-001.studio", "gh-001-0004")));
  }

  private String page(String address) {
    var answer = stage.signedIn("caseworker-op-home").get(address, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String step, Map<String, String> fields) {
    var browser = stage.signedIn("caseworker-op-home");
    var page = browser.get("/chart/gh-001", "Accept-Language", "en");
    var all = new HashMap<>(fields);
    all.put("_csrf", Browser.hidden(page.body(), "_csrf"));
    return browser.post("/chart/gh-001/" + step, all, "Accept-Language", "en");
  }

  private static ChartSheet sheet(List<Row> units) {
    var nights = units.size() > 10 ? 31 : 14;
    return new ChartSheet(
        units.size() > 10 ? "gh-500" : "gh-001",
        new Name("云栖", "Yunqi"),
        "graduate-housing",
        TODAY,
        TODAY,
        nights,
        Instant.now(),
        List.of("gh-001.studio"),
        units.size(),
        Collections.nCopies(nights, 3),
        units,
        null);
  }

  private static Row unit(String unit, Stay... stays) {
    return new Row(unit, "gh-001.studio", null, null, List.of(stays));
  }

  private static Stay stay(UUID hold, Kind kind, int from, int to, @Nullable String reason) {
    return new Stay(
        hold,
        kind,
        TODAY.plusDays(from),
        TODAY.plusDays(to),
        kind == Kind.TIMED ? Instant.now().plusSeconds(3600) : null,
        false,
        reason);
  }
}
