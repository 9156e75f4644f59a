package city.huiwei.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.IsoDates;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.ChartSheet;
import city.huiwei.inventory.contract.ChartSheet.Kind;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.UnitChart;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import city.huiwei.inventory.contract.UnitChart.NewUnit;
import city.huiwei.inventory.contract.UnitChart.Pin;
import city.huiwei.inventory.hold.Holding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The chart as the console uses it: over HTTP, with a token of who looks. */
@NullUnmarked
class UnitChartTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String SITE = "gh-001";

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;
  private static UnitChart chart;

  @BeforeAll
  static void open() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 3);
    addLargeSite(500);
    chart = as("caseworker-op-home");
  }

  @AfterAll
  static void close() {
    service.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    Statements.run(database, "truncate hold, hold_change");
  }

  @Test
  void theChartShowsWhoHasWhichUnitAndWhatIsFree() {
    var stay = book(SITE, 1, 3);
    var block = UUID.randomUUID();
    var unit = otherThan(unitOf(stay));
    chart.block(block, new NewBlock(unit, day(2), null, "漏水", false)).block();
    var sheet = sheet(null);
    assertThat(sheet.free()).containsExactly(3, 2, 1, 2, 2);
    assertThat(sheet.total()).isEqualTo(3);
    assertThat(sheet.pools()).containsExactly("gh-001.studio");
    assertThat(row(sheet, unitOf(stay)).stays())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.kind()).isEqualTo(Kind.FIRM);
          assertThat(seen.from()).isEqualTo(day(1));
          assertThat(seen.to()).isEqualTo(day(3));
          assertThat(seen.pinned()).isFalse();
        });
    assertThat(row(sheet, unit).stays())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.kind()).isEqualTo(Kind.BLOCKED);
          assertThat(seen.reason()).isEqualTo("漏水");
          assertThat(seen.to()).isNull();
        });
  }

  @Test
  void aMoveIsOnTheChartAndInTheTrace() {
    var stay = book(SITE, 1, 3);
    var was = unitOf(stay);
    var to = otherThan(was);
    assertThat(chart.move(stay, new NewUnit(was, to)).block().unit()).isEqualTo(to);
    chart.pin(stay, new Pin(true)).block();
    assertThat(row(sheet(null), to).stays().getFirst().pinned()).isTrue();
    assertThat(
            texts(
                "select unit from hold_change where actor = 'caseworker-op-home' order by version"))
        .containsExactly(to, to);
  }

  @Test
  void aBlockAskedForTwiceIsOneBlockAndEndsOnce() {
    var id = UUID.randomUUID();
    var wanted = new NewBlock("gh-001-0001", day(0), day(4), "油漆", false);
    assertThat(chart.block(id, wanted).block()).isEqualTo(chart.block(id, wanted).block());
    var another = new NewBlock("gh-001-0002", day(0), day(4), "油漆", false);
    assertThat(refusal(() -> chart.block(id, another).block())).contains("BLOCK_ID_REUSED");
    chart.unblock(id).block();
    assertThat(sheet(null).free()).containsOnly(3);
    assertThat(refusal(() -> chart.unblock(id).block())).contains("STAY_ENDED");
  }

  @Test
  void aBlockThatHasBegunKeepsTheNightsThatHavePassed() {
    var id = UUID.randomUUID();
    chart.block(id, new NewBlock("gh-001-0001", day(0), day(4), "油漆", false)).block();
    Statements.run(
        database,
        "update hold set period = daterange(lower(period) - 3, upper(period))",
        "update stock set version = version + 1");
    chart.unblock(id).block();
    assertThat(texts("select period::text from hold"))
        .containsExactly("[%s,%s)".formatted(day(-3), day(0)));
  }

  @Test
  void allThatIsWrongWithABlockIsSaidInTheReadersLanguage() {
    var wanted = new NewBlock("gh-001-0001", day(-1), day(-2), " ", false);
    assertThat(refusal(() -> chart.block(UUID.randomUUID(), wanted).block()))
        .contains("BLOCK_IN_THE_PAST", "BLOCK_IMPOSSIBLE", "BLOCK_WITHOUT_REASON")
        .contains("停用不能从今天以前开始");
    assertThat(texts("select unit from hold")).isEmpty();
  }

  @Test
  void aBlockOverStaysSeatsThemElsewhereOrNobody() {
    var stay = book(SITE, 1, 3);
    var unit = unitOf(stay);
    var id = UUID.randomUUID();
    var plain = new NewBlock(unit, day(0), day(9), "漏水", false);
    assertThat(refusal(() -> chart.block(id, plain).block())).contains("UNIT_TAKEN");
    var kind = new NewBlock(unit, day(0), day(9), "漏水", true);
    assertThat(chart.block(id, kind).block().unit()).isEqualTo(unit);
    assertThat(unitOf(stay)).isNotEqualTo(unit);
    book(SITE, 1, 3);
    var third = new NewBlock(unitOf(stay), day(0), day(9), "漏水", true);
    assertThat(refusal(() -> chart.block(UUID.randomUUID(), third).block()))
        .contains("NO_ROOM_ELSEWHERE");
    assertThat(sheet(null).free()).containsExactly(2, 0, 0, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"caseworker-op-port", "manager-op-care"})
  void anotherOperatorsSiteAndStaysAreNotThere(String stranger) {
    var stay = book(SITE, 1, 3);
    var unit = unitOf(stay);
    var id = UUID.randomUUID();
    chart.block(id, new NewBlock(otherThan(unit), day(1), day(2), "油漆", false)).block();
    var theirs = as(stranger);
    for (var step :
        List.<Runnable>of(
            () -> theirs.chart(SITE, null, 5, null, null).block(),
            () -> theirs.move(stay, new NewUnit(unit, otherThan(unit))).block(),
            () -> theirs.exchange(stay, new UnitChart.Exchange(unit, stay, unit)).block(),
            () -> theirs.pin(stay, new Pin(true)).block(),
            () ->
                theirs
                    .block(UUID.randomUUID(), new NewBlock(unit, day(5), day(6), "油漆", false))
                    .block(),
            () -> theirs.unblock(id).block())) {
      assertThat(status(step)).isEqualTo(404);
    }
    assertThat(unitOf(stay)).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "graduate-00001", "administrator"})
  void whoIsNotStaffHasNoChart(String person) {
    var theirs = as(person);
    assertThat(status(() -> theirs.chart(SITE, null, 5, null, null).block())).isEqualTo(403);
    assertThat(status(() -> theirs.unblock(UUID.randomUUID()).block())).isEqualTo(403);
  }

  @Test
  void aStayIsNoBlockThatStaffCouldEnd() {
    var stay = book(SITE, 1, 3);
    assertThat(status(() -> chart.unblock(stay).block())).isEqualTo(404);
    assertThat(texts("select state from hold")).containsExactly("FIRM");
  }

  @Test
  void moreNightsThanAMonthAreRefused() {
    assertThat(refusal(() -> chart.chart(SITE, null, 32, null, null).block()))
        .contains("NIGHTS_OUT_OF_RANGE");
  }

  /** 500 units, 31 nights, some 2,600 stays: as large as a page of the chart gets. */
  @Test
  void aLargeSiteIsReadInTheTimeAPageHas() {
    fillLargeSite();
    var best = Duration.ofDays(1);
    for (int run = 0; run < 8; run++) {
      var began = System.nanoTime();
      var sheet = chart.chart("gh-500", TODAY, 31, null, null).block();
      var took = Duration.ofNanos(System.nanoTime() - began);
      best = took.compareTo(best) < 0 ? took : best;
      assertThat(sheet.units()).hasSize(500);
      assertThat(sheet.next()).isNull();
      assertThat(sheet.units().stream().mapToInt(row -> row.stays().size()).sum())
          .isGreaterThan(2_000);
    }
    System.out.println("500 units x 31 nights: chart read in " + best.toMillis() + " ms");
    assertThat(best).isLessThan(Duration.ofMillis(300));
  }

  /** Two hundred consoles are open; each hears of a booking at its own site within a second. */
  @Test
  void whoWatchesASiteHearsOfABookingThereWithinASecondAndOfNoOther() throws Exception {
    var heard = new AtomicInteger();
    var elsewhere = new AtomicInteger();
    var watching =
        Flux.range(0, 200)
            .flatMap(n -> news(n % 2 == 0 ? SITE : "gh-500").map(_ -> n % 2 == 0), 200)
            .subscribe(here -> (here ? heard : elsewhere).incrementAndGet());
    try {
      await(() -> heard.get() >= 100 && elsewhere.get() >= 100, Duration.ofSeconds(20));
      // Until what each hears at first has been said.
      Thread.sleep(1_500);
      heard.set(0);
      elsewhere.set(0);
      var began = System.nanoTime();
      book(SITE, 1, 3);
      await(() -> heard.get() >= 100, Duration.ofSeconds(1));
      System.out.println(
          "100 of 200 open charts heard of it after "
              + Duration.ofNanos(System.nanoTime() - began).toMillis()
              + " ms");
      Thread.sleep(800);
      assertThat(heard).hasValue(100);
      assertThat(elsewhere).hasValue(0);
    } finally {
      watching.dispose();
    }
  }

  private static void await(java.util.function.BooleanSupplier so, Duration most)
      throws InterruptedException {
    var until = System.nanoTime() + most.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      Thread.sleep(5);
    }
  }

  private static Flux<ServerSentEvent<String>> news(String site) {
    return client("caseworker-op-home")
        .get()
        .uri("/api/occupancy/changes?site={site}", site)
        .retrieve()
        .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
        .filter(event -> "changed".equals(event.event()));
  }

  private static final ConnectionProvider MANY = ConnectionProvider.create("many", 400);

  private static WebClient client(String person) {
    return WebClient.builder()
        .baseUrl(TestCity.address(service))
        .clientConnector(
            new org.springframework.http.client.reactive.ReactorClientHttpConnector(
                HttpClient.create(MANY)))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
        .defaultHeaders(headers -> headers.setBearerAuth(TestCity.signIn().token(person)))
        .build();
  }

  private static UnitChart as(String person) {
    return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client(person)))
        .conversionService(IsoDates.conversion())
        .build()
        .createClient(UnitChart.class);
  }

  private static ChartSheet sheet(@Nullable String pool) {
    return requireNonNull(chart.chart(SITE, TODAY, 5, pool, null).block());
  }

  private static ChartSheet.Row row(ChartSheet sheet, String unit) {
    return sheet.units().stream().filter(row -> row.unit().equals(unit)).findFirst().orElseThrow();
  }

  private static UUID book(String site, int from, int to) {
    var id = UUID.randomUUID();
    service
        .getBean(Holding.class)
        .hold(id, new HoldRequest(site + ".studio", day(from), day(to), null))
        .block();
    return id;
  }

  private static String unitOf(UUID hold) {
    return texts("select unit from hold where hold = '%s'".formatted(hold)).getFirst();
  }

  private static String otherThan(String unit) {
    return unit.endsWith("1") ? "gh-001-0002" : "gh-001-0001";
  }

  private static LocalDate day(int number) {
    return TODAY.plusDays(number);
  }

  private static int status(Runnable step) {
    try {
      step.run();
    } catch (WebClientResponseException refused) {
      return refused.getStatusCode().value();
    }
    return 200;
  }

  private static String refusal(Runnable step) {
    var answer = new String[1];
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            WebClientResponseException.class,
            refused -> answer[0] = refused.getResponseBodyAsString());
    return answer[0];
  }

  private static List<String> texts(String query) {
    return database.sql(query).mapValue(String.class).all().collectList().block();
  }

  private static void addLargeSite(int units) {
    Statements.run(
        database,
        """
        insert into site values ('gh-500', 'op-home', 'graduate-housing', '大', 'Large', 'baoan',
          '宝安', null, null, null)
        """,
        "insert into pool values ('gh-500', 'gh-500.studio', 'room', '{\"roomType\": \"studio\"}')",
        """
        insert into unit (site, unit, pool, features)
        select 'gh-500', 'gh-500-' || to_char(n, 'FM0000'), 'gh-500.studio', '{"floor": 3}'
        from generate_series(1, %d) n
        """
            .formatted(units));
  }

  /** A stay of five nights after the other in every unit, a sixth of them for a while only. */
  private static void fillLargeSite() {
    Statements.run(
        database,
        """
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period, until)
        select site, gen_random_uuid(), pool, unit, number,
          case when n %% 6 = 0 then 'TIMED' else 'FIRM' end, nights, nights,
          case when n %% 6 = 0 then now() + interval '1 hour' end
        from unit, generate_series(0, 5) n,
          lateral (select daterange(date '%s' + n * 6 + number %% 3,
            date '%s' + n * 6 + 5 + number %% 3) nights) nights
        where site = 'gh-500'
        """
            .formatted(TODAY, TODAY));
  }
}
