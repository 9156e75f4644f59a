package city.huiwei.console.fullness;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.console.Browser;
import city.huiwei.console.Stage;
import city.huiwei.console.StandIn.Answer;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.OccupancyFigures.By;
import city.huiwei.inventory.contract.OccupancyFigures.Line;
import city.huiwei.inventory.contract.OccupancyFigures.Span;
import city.huiwei.inventory.contract.OccupancyMonths;
import city.huiwei.inventory.contract.OccupancyMonths.Month;
import city.huiwei.inventory.contract.SiteReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages over HTTP, with a server that speaks the services' contracts. */
class FigurePagesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final Stage stage = Stage.open();

  @BeforeEach
  void theCityHasTwoDistricts() {
    figures(By.DISTRICT, line("nanshan", null, false), line("futian", null, false));
    stage.services().on("GET /api/programmes/graduate-housing/reserve", _ -> none());
    stage
        .services()
        .on(
            "PUT /api/operator/sites/gh-001/report",
            _ -> Answer.json(200, new SiteReport("gh-001", Instant.now())));
  }

  @Test
  void theCityStandsAboveAndItsDistrictsBelow() {
    var page = page("monitor", "/occupancy/levels?programme=graduate-housing");
    assertThat(page)
        .contains("Nanshan", "Futian", "4 of 20 taken")
        .contains("/occupancy/levels?programme=graduate-housing&amp;district=nanshan")
        // 2 of 9 that can be had, and 4 steps above it none.
        .contains("class=\"heat-2\">22%</td>");
    assertThat(asked()).contains("programme=graduate-housing", "by=DISTRICT");
  }

  @ParameterizedTest
  @CsvSource({
    "'', DISTRICT",
    "district=nanshan, OPERATOR",
    "operator=op-home, SITE",
    "site=gh-001, FLOOR",
    "by=FLOOR, DISTRICT",
    "by=KIND, KIND"
  })
  void oneGoesDownLevelByLevel(String scope, String by) {
    figures(By.valueOf(by), line("x", null, false));
    page("monitor", "/occupancy/levels?programme=graduate-housing&" + scope);
    assertThat(asked()).contains("by=" + by);
  }

  @Test
  void staffSayUnchangedInOneTapAndTheMonitorCannot() {
    figures(By.SITE, line("gh-001", new Name("云栖", "Yunqi"), true));
    var address = "/occupancy/levels?programme=graduate-housing&by=SITE";
    assertThat(page("monitor", address))
        .contains("Yunqi", "Too old")
        .doesNotContain("/occupancy/levels/report");
    var staff = stage.signedIn("caseworker-op-home");
    var page = staff.get(address, "Accept-Language", "en").body();
    assertThat(page).contains("Unchanged");
    var answer =
        staff.post(
            "/occupancy/levels/report",
            Map.of(
                "of", "gh-001",
                "programme", "graduate-housing",
                "by", "SITE",
                "_csrf", Browser.hidden(page, "_csrf")));
    assertThat(answer.uri().toString())
        .endsWith("/occupancy/levels?by=SITE&programme=graduate-housing");
    assertThat(stage.services().asked("PUT /api/operator/sites/gh-001/report")).isNotEmpty();
  }

  @Test
  void spaceHasItsSquareMetresAndBothRatios() {
    stage
        .services()
        .on(
            "GET /api/programmes/industrial-space/reserve",
            _ ->
                Answer.json(
                    200,
                    Map.of(
                        "rulesVersion", "1",
                        "share", new BigDecimal("0.80"),
                        "denominator", "STOCK",
                        "startUpShareOfStock", new BigDecimal("0.8175"),
                        "startUpShareOfLeased", new BigDecimal("0.9"))));
    stage
        .services()
        .on(
            "GET /api/occupancy/figures",
            _ -> sheet("industrial-space", By.KIND, space("true"), space("false")));
    assertThat(page("monitor", "/occupancy/levels?programme=industrial-space&by=KIND"))
        .contains("80%", "81.75%", "90%", "of 2,000 m²", "Suited to start-ups", "300 / 1000");
  }

  @Test
  void theTrendIsAPictureWithItsTable() {
    var months =
        IntStream.range(0, 13).mapToObj(n -> new Month("2026-%02d".formatted(n), 100, n)).toList();
    stage
        .services()
        .on(
            "GET /api/occupancy/months",
            _ -> Answer.json(200, new OccupancyMonths("graduate-housing", months)));
    var page = page("monitor", "/occupancy/levels?programme=graduate-housing&trend=true");
    assertThat(page).contains("<svg", "role=\"img\"", "<td class=\"number\">12%</td>");
    assertThat(page("monitor", "/occupancy/levels?programme=graduate-housing"))
        .doesNotContain("<svg");
  }

  @ParameterizedTest
  @CsvSource({"monitor, 404", "administrator, 403", "graduate-00001, 403"})
  void whoMayLookIsToldThatThereIsNoSuchProgramme(String person, int answer) {
    assertThat(stage.signedIn(person).get("/occupancy/levels?programme=none").statusCode())
        .isEqualTo(answer);
  }

  @Test
  void theFiguresAreASheetInWhichNothingIsAFormula() {
    figures(
        By.SITE,
        line("gh-001", new Name("=1+1", "=cmd|'/c calc'!A1"), false),
        line("gh-002", new Name("甲", "\"Bay\", new"), false));
    var address = "/occupancy/levels.csv?programme=graduate-housing&by=SITE";
    var answer = stage.signedIn("monitor").get(address, "Accept-Language", "en");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    var lines = answer.body().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).startsWith("\uFEFFkey,name,units");
    assertThat(lines[1]).startsWith("gh-001,'=cmd|'/c calc'!A1,10,2,1,28,14,100,90,0,0,");
    assertThat(lines[2]).startsWith("gh-002,\"\"\"Bay\"\", new\",10");
    assertThat(stage.signedIn("monitor").get("/occupancy/levels.csv?programme=x").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"=1, '=1", "+1, '+1", "-1, '-1", "@a, '@a", "a=1, a=1", "甲, 甲"})
  void whatAProgramWouldTakeForAFormulaIsText(String cell, String written) {
    assertThat(Csv.line(cell)).isEqualTo(written + "\r\n");
    assertThat(Csv.line(-1)).isEqualTo("-1\r\n");
  }

  @Test
  void fiveStepsOfOneHueAndNothingWhereNothingCanBeHad() {
    for (var percent : List.of(0L, 19L, 20L, 79L, 80L, 100L)) {
      assertThat(Fill.Rate.of(100, new Span(percent, 0)).look())
          .isEqualTo("heat-" + Math.min(5, 1 + percent / 20));
    }
    assertThat(Fill.Rate.of(10, new Span(0, 10)).words()).isEqualTo("–");
    assertThat(Fill.Rate.of(10, new Span(12, 0)).words()).isEqualTo("100%");
  }

  private String asked() {
    return stage.services().asked("GET /api/occupancy/figures?").getLast().address();
  }

  private String page(String person, String address) {
    var answer = stage.signedIn(person).get(address, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private void figures(By by, Line... lines) {
    stage.services().on("GET /api/occupancy/figures", _ -> sheet("graduate-housing", by, lines));
  }

  private static Answer sheet(String programme, By by, Line... lines) {
    return Answer.json(
        200, new OccupancyFigures(programme, by, DAY, Instant.now(), List.of(lines)));
  }

  private static Answer none() {
    return Answer.problem(404, Map.of("title", "none"));
  }

  private static Line line(String key, @Nullable Name name, boolean stale) {
    return new Line(
        key,
        name,
        10,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        new Span(2, 1),
        new Span(28, 14),
        new Span(100, 90),
        Instant.now(),
        stale);
  }

  private static Line space(String key) {
    return new Line(
        key,
        null,
        10,
        new BigDecimal("1000"),
        new BigDecimal("300"),
        new Span(3, 0),
        new Span(42, 0),
        new Span(270, 0),
        null,
        false);
  }
}
