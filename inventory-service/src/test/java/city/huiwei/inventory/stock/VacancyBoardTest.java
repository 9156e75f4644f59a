package city.huiwei.inventory.stock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.hold.Holding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a search answers from memory is what the tables say. */
@NullUnmarked
class VacancyBoardTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String HOMES = "graduate-housing";

  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext another;
  private static DatabaseClient database;

  @BeforeAll
  static void twoInstancesAndThreePools() {
    var name = TestCity.emptyDatabase();
    one = TestCity.startOn(name);
    another = TestCity.startOn(name);
    database = one.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 5);
    Statements.run(
        database,
        """
        insert into pool
        select 'gh-001', 'gh-001.' || kind, 'room', '{}' from unnest('{suite,loft}'::text[]) kind
        """,
        """
        insert into unit (site, unit, pool, features)
        select 'gh-001', 'gh-001-' || kind || n, 'gh-001.' || kind, '{}'
        from unnest('{suite,loft}'::text[]) kind, generate_series(1, 3) n
        """);
  }

  @AfterAll
  static void close() {
    another.close();
    one.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    Statements.run(database, "truncate hold, hold_change");
    var following = one.getBean(Following.class);
    if (!following.isRunning()) {
      following.start();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whoeverWritesEveryInstanceSearchesTheSame(long seed) {
    var random = new Random(seed);
    var held = new ArrayList<UUID>();
    for (int step = 0; step < 200; step++) {
      var holding = (random.nextBoolean() ? one : another).getBean(Holding.class);
      if (!held.isEmpty() && random.nextInt(3) == 0) {
        var id = held.get(random.nextInt(held.size()));
        var change =
            random.nextBoolean()
                ? holding.release(id)
                : holding.end(id, TODAY.plusDays(random.nextInt(20)));
        change.block();
      } else {
        var id = UUID.randomUUID();
        held.add(id);
        holding.hold(id, request(random)).block();
      }
      if (step % 20 == 0) {
        assertSameAsTheTables(one, random, seed);
        assertSameAsTheTables(another, random, seed);
      }
    }
  }

  /** What another instance wrote is seen once somebody looks, and not before. */
  @Test
  void whatAnotherInstanceTookIsSeenWhenTheBoardIsCompared() {
    var following = one.getBean(Following.class);
    following.stop();
    following.follow().block();
    var period = new Period(TODAY.plusDays(3), TODAY.plusDays(5));
    var request = new HoldRequest("gh-001.studio", period.from(), period.to(), null);
    var board = following.board().orElseThrow();
    another.getBean(Holding.class).hold(UUID.randomUUID(), request).block();
    assertThat(board.one("gh-001.studio", period).orElseThrow().free()).isEqualTo(5);
    following.follow().block();
    assertThat(board.one("gh-001.studio", period).orElseThrow().free()).isEqualTo(4);
    one.getBean(Holding.class).hold(UUID.randomUUID(), request).block();
    assertThat(board.one("gh-001.studio", period).orElseThrow().free()).isEqualTo(3);
  }

  /** A board nobody compared for a second is not used: the tables answer, and are right. */
  @Test
  void aBoardThatMayBeOldIsNotUsed() throws InterruptedException {
    var following = one.getBean(Following.class);
    following.stop();
    following.follow().block();
    assertThat(following.board()).isPresent();
    var from = TODAY.plusDays(3);
    var request = new HoldRequest("gh-001.studio", from, from.plusDays(2), null);
    another.getBean(Holding.class).hold(UUID.randomUUID(), request).block();
    Thread.sleep(1_100);
    assertThat(following.board()).isEmpty();
    var place = one.getBean(Searching.class).place("gh-001.studio", from, from.plusDays(2)).block();
    assertThat(requireNonNull(place).free()).isEqualTo(4);
  }

  /** One version is counted once, though a write tells of it and a look finds it too. */
  @Test
  void whatIsCountedIsNotCountedAgainAndNothingIsSkipped() {
    var board = new VacancyBoard(1, TODAY, List.of(place("a.studio", 10)));
    var period = new Period(TODAY, TODAY.plusDays(1));
    var taken = List.of(new NightsChange("a.studio", null, period));
    board.changed(7, 1, taken);
    board.changed(7, 1, taken);
    board.changed(7, 0, 1, taken);
    assertThat(free(board, period)).isEqualTo(9);
    board.changed(7, 3, taken);
    assertThat(free(board, period)).as("version 2 is not known yet").isEqualTo(9);
    board.changed(7, 1, 3, List.of(taken.getFirst(), taken.getFirst()));
    assertThat(free(board, period)).isEqualTo(7);
  }

  @Test
  void periodsBeyondTheBoardAreCutAndNotAnswered() {
    var board = new VacancyBoard(1, TODAY, List.of(place("a.studio", 10)));
    board.changed(
        1,
        1,
        List.of(
            new NightsChange("a.studio", null, new Period(TODAY.minusDays(9), null)),
            new NightsChange(
                "a.studio", null, new Period(TODAY.plusYears(5), TODAY.plusYears(6)))));
    assertThat(free(board, new Period(TODAY, TODAY.plusDays(VacancyBoard.NIGHTS)))).isEqualTo(9);
    assertThat(board.covers(new Period(TODAY, TODAY.plusDays(VacancyBoard.NIGHTS)))).isTrue();
    assertThat(board.covers(new Period(TODAY, TODAY.plusDays(VacancyBoard.NIGHTS + 1)))).isFalse();
    assertThat(board.covers(new Period(TODAY.minusDays(1), TODAY.plusDays(1)))).isFalse();
    assertThat(board.covers(new Period(TODAY, null))).isFalse();
  }

  private static void assertSameAsTheTables(
      ConfigurableApplicationContext service, Random random, long seed) {
    var following = service.getBean(Following.class);
    following.follow().block();
    var board = following.board().orElseThrow();
    for (int question = 0; question < 5; question++) {
      var from = TODAY.plusDays(random.nextInt(18));
      var period = new Period(from, from.plusDays(1 + random.nextInt(8)));
      var onlyFree = random.nextBoolean();
      var after = random.nextBoolean() ? null : "gh-001.m";
      var limit = 1 + random.nextInt(3);
      assertThat(board.search(HOMES, "baoan", period, onlyFree, after, limit))
          .as("seed %d, %s", seed, period)
          .isEqualTo(
              service
                  .getBean(Pools.class)
                  .search(HOMES, "baoan", period, onlyFree, after, limit)
                  .collectList()
                  .block());
    }
    assertThat(board.search(HOMES, "luohu", nextNight(), false, null, 9)).isEmpty();
    assertThat(board.search("childcare", null, nextNight(), false, null, 9)).isEmpty();
  }

  private static Period nextNight() {
    return new Period(TODAY, TODAY.plusDays(1));
  }

  private static HoldRequest request(Random random) {
    var pool = List.of("gh-001.studio", "gh-001.suite", "gh-001.loft").get(random.nextInt(3));
    var from = TODAY.plusDays(random.nextInt(15));
    return new HoldRequest(pool, from, from.plusDays(1 + random.nextInt(5)), null);
  }

  private static int free(VacancyBoard board, Period period) {
    return board.one("a.studio", period).orElseThrow().free();
  }

  private static Place place(String pool, int units) {
    return new Place(
        pool,
        "a",
        new Name("甲", "A"),
        "op-home",
        HOMES,
        "room",
        "baoan",
        "-",
        null,
        units,
        units,
        TODAY,
        TODAY.plusDays(1),
        Map.of());
  }
}
