package city.huiwei.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Refusal;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * 200 people ask for the last room in the same instant, through eight instances of the service that
 * share nothing but the servers. Exactly one gets it.
 */
class HoldRaceTest {

  private static final int PEOPLE = 200;
  private static final int INSTANCES = 8;
  private static final String POOL = "gh-001.studio";
  private static final LocalDate FROM = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
  private static final HoldSettings SETTINGS =
      new HoldSettings(
          32,
          128,
          2000,
          8,
          true,
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void oneRoomIsThere() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, 1);
  }

  @AfterAll
  static void closeTheService() {
    service.close();
  }

  @BeforeEach
  void nobodyHasIt() {
    TestCity.run(database, "truncate hold");
  }

  @AfterEach
  void close() throws Exception {
    for (var closeable : opened) {
      closeable.close();
    }
  }

  @Test
  void withTheLockExactlyOneOfTwoHundredGetsTheLastRoom() {
    assertExactlyOne(everybodyAsks(instances(this::honestLock)));
  }

  @Test
  void withoutTheLockExactlyOneGetsIt() {
    assertExactlyOne(everybodyAsks(instances(this::noLock)));
  }

  @Test
  void withALockThatLiesExactlyOneGetsIt() {
    assertExactlyOne(everybodyAsks(instances(LyingLock::new)));
  }

  @Test
  void withRedisStoppedExactlyOneGetsIt() {
    TestCity.redis().close();
    try {
      assertExactlyOne(everybodyAsks(instances(this::honestLock)));
    } finally {
      TestCity.redis().restart();
    }
  }

  @Test
  void withRedisFrozenExactlyOneGetsIt() {
    TestCity.redis().freeze();
    try {
      assertExactlyOne(everybodyAsks(instances(this::honestLock)));
    } finally {
      TestCity.redis().thaw();
    }
  }

  @Test
  void onOneEventLoopExactlyOneGetsIt() {
    assertExactlyOne(
        everybodyAsks(
            instances(this::honestLock, connections(LoopResources.create("one", 1, true)))));
  }

  /**
   * The control: it is the table that keeps the promise, so without its constraint it is broken.
   */
  @Test
  void withoutTheConstraintTheRoomIsGivenTwice() {
    TestCity.run(database, "alter table hold drop constraint one_hold_at_a_time");
    var mostGiven = 0L;
    for (int round = 0; round < 30 && mostGiven < 2; round++) {
      TestCity.run(database, "truncate hold");
      everybodyAsks(instances(this::noLock));
      mostGiven = Math.max(mostGiven, given());
    }
    TestCity.run(
        database,
        "truncate hold",
        """
        alter table hold add constraint one_hold_at_a_time
          exclude using gist (site with =, unit with =, period with &&)
          where (state in ('TIMED', 'FIRM'))
        """);
    assertThat(mostGiven).as("the race is a race").isGreaterThan(1);
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
    return database
        .sql("select count(*) from hold where state in ('TIMED', 'FIRM')")
        .mapValue(Long.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }

  private List<HoldAnswer> everybodyAsks(List<Holding> instances) {
    var request = new HoldRequest(POOL, FROM, FROM.plusDays(3), null);
    return Flux.range(0, PEOPLE)
        .flatMap(
            person -> instances.get(person % instances.size()).hold(UUID.randomUUID(), request),
            PEOPLE)
        .collectList()
        .blockOptional(Duration.ofSeconds(30))
        .orElseThrow();
  }

  private interface Locks {
    HoldLocks make(String redis, HoldSettings settings);
  }

  private HoldLocks honestLock(String redis, HoldSettings settings) {
    return new HoldLocks(redis, settings);
  }

  private HoldLocks noLock(String redis, HoldSettings settings) {
    return new LyingLock(redis, settings);
  }

  private List<Holding> instances(Locks locks) {
    return instances(locks, connections(LoopResources.create("many", 4, true)));
  }

  private List<Holding> instances(Locks locks, ConnectionPool connections) {
    return IntStream.range(0, INSTANCES).mapToObj(_ -> instance(locks, connections)).toList();
  }

  private Holding instance(Locks locks, ConnectionPool connections) {
    var turns = locks.make("redis://127.0.0.1:" + TestCity.redis().port(), SETTINGS);
    opened.add(turns);
    return new Holding(
        new Holds(DatabaseClient.create(connections), service.getBean(JsonMapper.class)),
        turns,
        SETTINGS,
        TransactionalOperator.create(new R2dbcTransactionManager(connections)));
  }

  private ConnectionPool connections(LoopResources loop) {
    var address = URI.create("pg://" + service.getEnvironment().getProperty("huiwei.database"));
    var pool =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(
                    new PostgresqlConnectionFactory(
                        PostgresqlConnectionConfiguration.builder()
                            .host(address.getHost())
                            .port(address.getPort())
                            .database(address.getPath().substring(1))
                            .username("postgres")
                            .loopResources(loop)
                            .build()))
                .maxSize(INSTANCES)
                .build());
    opened.add(pool::dispose);
    opened.add(loop::dispose);
    return pool;
  }

  /** Says "your turn" to everybody at once. */
  private static final class LyingLock extends HoldLocks {

    LyingLock(String redis, HoldSettings settings) {
      super(redis, settings);
    }

    @Override
    <T> Mono<T> inTurn(int lane, Mono<T> work) {
      return work;
    }
  }
}
