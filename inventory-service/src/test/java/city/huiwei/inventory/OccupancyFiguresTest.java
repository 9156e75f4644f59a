package city.huiwei.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.huiwei.edge.IsoDates;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Inventory;
import city.huiwei.inventory.contract.OccupancyFigures;
import city.huiwei.inventory.contract.OccupancyFigures.By;
import city.huiwei.inventory.contract.OccupancyFigures.Line;
import city.huiwei.inventory.contract.OccupancyFigures.Span;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import city.huiwei.inventory.hold.Holding;
import city.huiwei.inventory.hold.Operating;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** How full the city is, as the console hears it. */
@NullUnmarked
class OccupancyFiguresTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;

  @BeforeAll
  static void open() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 4);
    Statements.run(
        database,
        "insert into operator values ('op-port', '驿站', 'Stay', 'graduate-housing')",
        """
        insert into site values ('gh-002', 'op-port', 'graduate-housing', '湾', 'Bay', 'futian', '-',
          null, null, null)
        """,
        "insert into pool values ('gh-002', 'gh-002.studio', 'room', '{\"roomType\": \"studio\"}')",
        """
        insert into unit (site, unit, pool, features)
        select 'gh-002', 'gh-002-' || n, 'gh-002.studio', '{"floor": 2}' from generate_series(1, 2) n
        """,
        "insert into operator values ('op-space', '产业', 'Space', 'industrial-space')",
        """
        insert into site values ('is-001', 'op-space', 'industrial-space', '谷', 'Valley', 'nanshan',
          '-', null, null, null)
        """,
        """
        insert into pool select 'is-001', 'is-001.' || n, 'industrial-unit',
          jsonb_build_object('areaSquareMetres', n * 100, 'suitsStartUps', n < 3)
        from generate_series(1, 3) n
        """,
        """
        insert into unit (site, unit, pool, features)
        select 'is-001', 'is-001-' || n, 'is-001.' || n, '{}' from generate_series(1, 3) n
        """);
  }

  @AfterAll
  static void close() {
    service.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    Statements.run(database, "truncate hold, hold_change, site_report");
    hold("gh-001.studio", 0, 2);
    hold("gh-001.studio", 10, 20);
    hold("gh-002.studio", 60, 120);
    service
        .getBean(Operating.class)
        .block(
            "staff",
            "op-home",
            UUID.randomUUID(),
            new NewBlock("gh-001-0004", TODAY, null, "漏水", true))
        .block();
  }

  @Test
  void nightsAreCountedTonightAFortnightAndAQuarterAndBlocksApart() {
    var lines =
        await()
            .until(
                () -> lines("monitor", By.SITE), each -> each.getFirst().fortnight().taken() == 6);
    assertThat(lines).extracting(Line::key).containsExactly("gh-001", "gh-002");
    var first = lines.getFirst();
    assertThat(first.units()).isEqualTo(4);
    assertThat(first.name().en()).isEqualTo("Yunqi");
    assertThat(first.tonight()).isEqualTo(new Span(1, 1));
    assertThat(first.fortnight()).isEqualTo(new Span(2 + 4, 14));
    assertThat(first.quarter()).isEqualTo(new Span(12, 90));
    assertThat(lines.getLast().quarter()).isEqualTo(new Span(30, 0));
  }

  /** What is remembered and what stands in the tables are counted alike. */
  @Test
  void memoryAndTablesAgree() {
    var today =
        await()
            .until(
                () -> lines("monitor", By.DISTRICT),
                each -> each.getFirst().quarter().taken() == 12);
    Statements.run(database, "update stock set version = version + 1");
    assertThat(lines("monitor", By.DISTRICT)).isEqualTo(today);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(lines("monitor", By.DISTRICT)).isEqualTo(today));
  }

  @Test
  void staffSeeTheirOwnSitesOnlyAndTheMonitorMayChooseAnOperator() {
    assertThat(lines("caseworker-op-home", By.OPERATOR))
        .extracting(Line::key)
        .containsExactly("op-home");
    assertThat(lines("monitor", By.OPERATOR)).hasSize(2);
    var chosen =
        as("monitor").figures("graduate-housing", By.SITE, null, "op-port", null).block().lines();
    assertThat(chosen).extracting(Line::key).containsExactly("gh-002");
    // Staff who name another operator still see their own.
    var theirs =
        as("caseworker-op-home")
            .figures("graduate-housing", By.SITE, null, "op-port", null)
            .block()
            .lines();
    assertThat(theirs).extracting(Line::key).containsExactly("gh-001");
  }

  @Test
  void kindsAndFloorsHaveLinesOfTheirOwn() {
    assertThat(lines("monitor", By.KIND)).extracting(Line::key).containsExactly("studio");
    var floors =
        as("monitor").figures("graduate-housing", By.FLOOR, null, null, "gh-002").block().lines();
    assertThat(floors).extracting(Line::key, Line::units).containsExactly(tuple("2", 2));
    assertThat(floors.getFirst().quarter()).isEqualTo(new Span(30, 0));
    assertThatThrownBy(
            () -> as("monitor").figures("graduate-housing", By.FLOOR, null, null, null).block())
        .hasMessageContaining("422");
  }

  @Test
  void spaceIsCountedInSquareMetres() {
    hold("is-001.2", 0, 400);
    var lines =
        await()
            .until(
                () ->
                    as("monitor")
                        .figures("industrial-space", By.KIND, null, null, null)
                        .block()
                        .lines(),
                each -> each.getLast().squareMetresTaken().intValue() == 200);
    assertThat(lines).extracting(Line::key).containsExactly("false", "true");
    assertThat(lines.getFirst().squareMetres()).isEqualByComparingTo("300");
    assertThat(lines.getLast().squareMetres()).isEqualByComparingTo("300");
  }

  @Test
  void whatNobodyHasReportedForAMonthIsMarkedAndNotOfferedUntilOneTap() {
    Statements.run(
        database,
        "insert into site_report values ('gh-001', now() - interval '31 days', null)",
        "update stock set version = version + 1");
    assertThat(lines("monitor", By.SITE).getFirst().stale()).isTrue();
    awaitFree(0);
    var reported = as("caseworker-op-home").report("gh-001").block();
    assertThat(reported.reportedAt()).isAfter(java.time.Instant.now().minusSeconds(60));
    assertThat(lines("monitor", By.SITE).getFirst().stale()).isFalse();
    awaitFree(2);
    assertThatThrownBy(() -> as("caseworker-op-port").report("gh-001").block())
        .hasMessageContaining("404");
    assertThatThrownBy(() -> as("monitor").report("gh-001").block()).hasMessageContaining("403");
  }

  @Test
  void theLastTwelveMonthsAreToldWithThisOne() {
    Statements.run(
        database,
        """
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
        select site, gen_random_uuid(), pool, unit, number, 'FIRM', nights, nights
        from unit, lateral (select daterange((date_trunc('month', date '%1$s') - interval '1 month')::date,
          (date_trunc('month', date '%1$s') - interval '1 month')::date + 5) nights) nights
        where unit = 'gh-001-0002'
        """
            .formatted(TODAY));
    var months = as("monitor").months("graduate-housing", null, null, null).block().months();
    assertThat(months).hasSize(13);
    assertThat(months.get(11).taken()).isEqualTo(5);
    assertThat(months.getLast().month()).isEqualTo(TODAY.toString().substring(0, 7));
    assertThat(months.getFirst().taken()).isZero();
  }

  private static void awaitFree(int units) {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          var place = as("monitor").place("gh-001.studio", TODAY, TODAY.plusDays(1)).block();
          assertThat(place.free()).isEqualTo(units);
        });
  }

  private static void hold(String pool, int from, int to) {
    requireNonNull(
        service
            .getBean(Holding.class)
            .hold(
                UUID.randomUUID(),
                new HoldRequest(pool, TODAY.plusDays(from), TODAY.plusDays(to), null))
            .block());
  }

  private static List<Line> lines(String person, By by) {
    OccupancyFigures figures = as(person).figures("graduate-housing", by, null, null, null).block();
    return figures.lines();
  }

  private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static Inventory as(String person) {
    var http =
        WebClient.builder()
            .baseUrl(TestCity.address(service))
            .defaultHeaders(headers -> headers.setBearerAuth(TestCity.signIn().token(person)))
            .build();
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(Inventory.class);
  }
}
