package city.huiwei.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * 200 people ask for the last room in the same instant, through eight instances of the service that
 * share nothing but the servers. Exactly one gets it.
 */
@NullUnmarked
class HoldRaceTest {

  private static final int PEOPLE = 200;
  private static final int INSTANCES = 8;
  private static final String POOL = "gh-001.studio";
  private static final String SUITES = "gh-001.suite";
  private static final LocalDate FROM = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);

  /** As a client does that hears "busy": planners who collide too often say so and no more. */
  private static final Retry WHILE_BUSY =
      Retry.fixedDelay(20, Duration.ofMillis(50)).filter(ProblemException.class::isInstance);

  /** The database ends a deadlock after a second, and each of those who race may meet a few. */
  private static final Duration WHILE_THEY_DEADLOCK = Duration.ofMinutes(2);

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;

  private Planners planners;

  @BeforeAll
  static void oneRoomIsThere() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 1);
    Statements.run(
        database,
        "insert into pool values ('gh-001', 'gh-001.suite', 'room', '{}')",
        """
        insert into unit (site, unit, pool, features)
        select 'gh-001', 'gh-001-s' || n, 'gh-001.suite', '{}' from generate_series(1, 3) n
        """);
  }

  @AfterAll
  static void closeTheService() {
    service.close();
  }

  @BeforeEach
  void nobodyHasIt() {
    planners = new Planners(service);
    Statements.run(database, "truncate hold, hold_change, lane");
  }

  @AfterEach
  void close() {
    planners.close();
  }

  @Test
  void withTheLockExactlyOneOfTwoHundredGetsTheLastRoom() {
    assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::honestLock)));
  }

  @Test
  void withoutTheLockExactlyOneGetsIt() {
    assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::noLock)));
  }

  @Test
  void withALockThatLiesExactlyOneGetsIt() {
    assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::lyingLock)));
  }

  @Test
  void withRedisStoppedExactlyOneGetsIt() {
    TestCity.redis().close();
    try {
      assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::honestLock)));
    } finally {
      TestCity.redis().restart();
    }
  }

  @Test
  void withRedisFrozenExactlyOneGetsIt() {
    TestCity.redis().freeze();
    try {
      assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::honestLock)));
    } finally {
      TestCity.redis().thaw();
    }
  }

  @Test
  void onOneEventLoopExactlyOneGetsIt() {
    assertExactlyOne(everybodyAsks(planners.onOneThread().many(INSTANCES, Planners::honestLock)));
  }

  /**
   * Fragmented stays are moved by eight planners at once. Nothing is given back here, so whoever
   * was refused must find a full night at the end too.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoeverFitsOnEveryNightIsSeatedThoughManyMoveStaysAtOnce(long seed) {
    var random = new Random(seed);
    var requests =
        IntStream.range(0, 120)
            .mapToObj(_ -> FROM.plusDays(random.nextInt(20)))
            .map(from -> new HoldRequest(SUITES, from, from.plusDays(1 + random.nextInt(5)), null))
            .toList();
    var eight = planners.many(INSTANCES, Planners::noLock);
    var answers =
        Flux.range(0, requests.size())
            .flatMapSequential(
                n ->
                    eight
                        .get(n % eight.size())
                        .hold(UUID.randomUUID(), requests.get(n))
                        .retryWhen(WHILE_BUSY),
                requests.size())
            .collectList()
            .blockOptional(Duration.ofSeconds(60))
            .orElseThrow();
    for (int n = 0; n < requests.size(); n++) {
      if (answers.get(n) instanceof HoldAnswer.Refused) {
        assertThat(hasFullNight(requests.get(n)))
            .as("seed %d, request %s", seed, requests.get(n))
            .isTrue();
      }
    }
    assertThat(answers).hasAtLeastOneElementOfType(HoldAnswer.Refused.class);
    assertThat(overlaps()).isZero();
  }

  /** Two stays in two suites block the third request, which fits on every night. */
  @Test
  void aStayThatHasNotBegunMakesRoomForWhomItBlocks() {
    Statements.run(
        database,
        suite("gh-001-s1", FROM, FROM.plusDays(3)),
        suite("gh-001-s2", FROM.plusDays(3), FROM.plusDays(7)),
        suite("gh-001-s3", FROM, FROM.plusDays(9)));
    var request = new HoldRequest(SUITES, FROM.plusDays(1), FROM.plusDays(5), null);
    var seated =
        planners
            .many(INSTANCES, Planners::noLock)
            .getFirst()
            .hold(UUID.randomUUID(), request)
            .block();
    assertThat(seated).isInstanceOf(HoldAnswer.Held.class);
    assertThat(overlaps()).isZero();
    var moved =
        "select count(*) from hold where unit = 'gh-001-%s' and period && daterange('%s', '%s')";
    assertThat(
            count(moved.formatted("s1", FROM.plusDays(3), FROM.plusDays(7)))
                + count(moved.formatted("s2", FROM, FROM.plusDays(3))))
        .as("one of the two moved")
        .isPositive();
  }

  private static String suite(String unit, LocalDate from, LocalDate to) {
    return """
    insert into hold (site, hold, pool, unit, unit_number, state, asked, period)
    select site, gen_random_uuid(), pool, unit, number, 'FIRM', period, period
    from unit cross join (select daterange('%2$s', '%3$s') period) stay where unit = '%1$s'
    """
        .formatted(unit, from, to);
  }

  private static boolean hasFullNight(HoldRequest request) {
    return count(
            """
            select count(*) from generate_series('%s'::date, '%s'::date - 1, interval '1 day') night
            where 3 = (select count(*) from hold
              where pool = '%s' and state = 'FIRM' and period @> night::date)
            """
                .formatted(request.from(), request.to(), SUITES))
        > 0;
  }

  private static long overlaps() {
    return count(
        """
        select count(*) from hold a join hold b
        on a.unit = b.unit and a.hold < b.hold and a.period && b.period
        where a.state = 'FIRM' and b.state = 'FIRM'
        """);
  }

  private static long count(String query) {
    return database.sql(query).mapValue(Long.class).one().blockOptional().orElseThrow();
  }

  /** The same id through eight planners that no version row brings in order. */
  @Test
  void oneIdHasOneAnswerThoughPlannersDisagreeOnTheLanes() {
    var request = new HoldRequest(SUITES, FROM, FROM.plusDays(3), null);
    for (int round = 0; round < 20; round++) {
      var id = UUID.randomUUID();
      Statements.run(database, "truncate hold, hold_change, lane");
      var answers =
          Flux.fromIterable(planners.whoDisagree(INSTANCES))
              .flatMap(planner -> planner.hold(id, request), INSTANCES)
              .collectList()
              .blockOptional(Duration.ofSeconds(30))
              .orElseThrow();
      assertThat(answers).hasSize(INSTANCES);
      assertThat(Set.copyOf(answers)).hasSize(1);
      assertThat(given()).isEqualTo(1);
    }
  }

  /**
   * They may deadlock on each other's moves at commit; whoever loses plans anew, or hears at last
   * that it is busy.
   */
  @Test
  void plannersWhoDisagreeMoveStaysAndNobodyIsSeatedTwice() {
    Statements.run(
        database,
        suite("gh-001-s1", FROM, FROM.plusDays(3)),
        suite("gh-001-s2", FROM.plusDays(3), FROM.plusDays(7)));
    var disagreeing = planners.whoDisagree(2);
    var request = new HoldRequest(SUITES, FROM.plusDays(1), FROM.plusDays(5), null);
    var answers =
        Flux.range(0, 4)
            .flatMap(
                n -> disagreeing.get(n % 2).hold(UUID.randomUUID(), request).retryWhen(WHILE_BUSY),
                4)
            .collectList()
            .blockOptional(Duration.ofSeconds(60))
            .orElseThrow();
    assertThat(answers).filteredOn(HoldAnswer.Held.class::isInstance).hasSize(2);
    assertThat(overlaps()).isZero();
  }

  @Test
  void plannersWhoDisagreeOnTheLanesStillGiveItOnce() {
    assertExactlyOne(everybodyAsks(planners.whoDisagree(INSTANCES)));
  }

  /** Planners who agree on the lanes are kept apart by the version row alone. */
  @Test
  void withoutTheConstraintThoseWhoAgreeOnTheLanesStillGiveItOnce() {
    Statements.run(database, "alter table hold drop constraint one_hold_at_a_time");
    try {
      for (int round = 0; round < 5; round++) {
        Statements.run(database, "truncate hold, hold_change, lane");
        assertExactlyOne(everybodyAsks(planners.many(INSTANCES, Planners::noLock)));
      }
    } finally {
      addTheConstraint();
    }
  }

  /**
   * The control: it is the table that keeps the promise, so without its constraint it is broken.
   */
  @Test
  void withoutTheConstraintTheRoomIsGivenTwice() {
    Statements.run(database, "alter table hold drop constraint one_hold_at_a_time");
    var mostGiven = 0L;
    for (int round = 0; round < 30 && mostGiven < 2; round++) {
      Statements.run(database, "truncate hold, hold_change, lane");
      everybodyAsks(planners.whoDisagree(INSTANCES));
      mostGiven = Math.max(mostGiven, given());
    }
    addTheConstraint();
    assertThat(mostGiven).as("the race is a race").isGreaterThan(1);
  }

  private static void addTheConstraint() {
    Statements.run(
        database,
        "truncate hold, hold_change, lane",
        """
        alter table hold add constraint one_hold_at_a_time
          exclude using gist (nights_of_unit(unit_number, period) with &&)
          where (state in ('TIMED', 'FIRM')) deferrable initially immediate
        """);
  }

  private void assertExactlyOne(List<HoldAnswer> answers) {
    assertThat(answers).hasSize(PEOPLE);
    assertThat(answers).filteredOn(HoldAnswer.Held.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(HoldAnswer.Refused.class::isInstance)
        .hasSize(PEOPLE - 1)
        .allSatisfy(answer ->
            assertThat(((HoldAnswer.Refused) answer).reasons())
                .containsExactly(Refusal.NO_PLACE_LEFT));
    assertThat(given()).isEqualTo(1);
  }

  private long given() {
    return count("select count(*) from hold where state in ('TIMED', 'FIRM')");
  }

  private List<HoldAnswer> everybodyAsks(List<Holding> instances) {
    var request = new HoldRequest(POOL, FROM, FROM.plusDays(3), null);
    return Flux.range(0, PEOPLE)
        .flatMap(
            person ->
                instances
                    .get(person % instances.size())
                    .hold(UUID.randomUUID(), request)
                    .retryWhen(WHILE_BUSY)
                    // Only without the constraint: a later plan finds a night that is taken twice.
                    .onErrorResume(IllegalArgumentException.class, _ -> Mono.empty()),
            PEOPLE)
        .collectList()
        .blockOptional(WHILE_THEY_DEADLOCK)
        .orElseThrow();
  }
}
