package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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

/**
 * What a planner remembers is what the table says, whoever wrote it: other planners, an operator by
 * hand, an import.
 */
@NullUnmarked
class LaneMemoryTest {

  private static final String POOL = "gh-001.studio";
  private static final int ROOMS = 4;
  private static final LocalDate FROM = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);

  private static ConfigurableApplicationContext service;
  private static DatabaseClient database;

  private Planners planners;

  @BeforeAll
  static void aFewRoomsAreThere() {
    service = TestCity.start();
    database = service.getBean(DatabaseClient.class);
    TestCity.addStudios(database, ROOMS);
  }

  @AfterAll
  static void closeTheService() {
    service.close();
  }

  @BeforeEach
  void nobodyHasOne() {
    planners = new Planners(service);
    Statements.run(
        database, "truncate hold, hold_change, lane", "delete from unit where unit like 'late-%'");
  }

  @AfterEach
  void close() {
    planners.close();
  }

  /**
   * One step after another, so each answer can be compared with the table: seated when and only
   * when every night had a free room.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void plannersWhoTakeTurnsKnowWhatTheOthersDid(long seed) {
    var random = new Random(seed);
    var three = planners.many(3, Planners::noLock);
    var held = new ArrayList<UUID>();
    int refused = 0;
    for (int step = 0; step < 300; step++) {
      var planner = three.get(random.nextInt(3));
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> changeOne(planner, held, random);
        case 3 -> byHand(random);
        default -> {
          var request = request(random);
          var isFree = freeOnTheFullestNight(request) > 0;
          var id = UUID.randomUUID();
          var answer = requireNonNull(planner.hold(id, request).block());
          assertThat(answer instanceof HoldAnswer.Held)
              .as("seed %d, step %d, %s", seed, step, request)
              .isEqualTo(isFree);
          if (isFree) {
            held.add(id);
          } else {
            refused++;
          }
        }
      }
    }
    assertThat(refused).as("seed %d: places were scarce", seed).isPositive();
    assertThat(overlaps()).isZero();
  }

  /**
   * Full batches are planned while others are written, and somebody writes by hand without saying
   * so, so that plans fail which others stand on.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatStandsOnAPlanThatFailsIsPlannedAnew(long seed) {
    var random = new Random(seed);
    var planner = planners.inSmallBatches().many(1, Planners::noLock).getFirst();
    for (int round = 0; round < 8; round++) {
      var crowd =
          Flux.range(0, 30)
              .flatMap(_ -> planner.hold(UUID.randomUUID(), request(random)), 30)
              .collectList()
              .toFuture();
      Statements.run(database, byHandIn(random));
      assertThat(crowd.join()).hasSize(30);
      assertThat(overlaps()).isZero();
      var request = request(random);
      var isFree = freeOnTheFullestNight(request) > 0;
      assertThat(planner.hold(UUID.randomUUID(), request).block() instanceof HoldAnswer.Held)
          .as("seed %d, round %d, %s", seed, round, request)
          .isEqualTo(isFree);
      if (round % 2 == 1) {
        Statements.run(database, "truncate hold, hold_change");
      }
    }
  }

  /** The control: who does not hear of a release refuses a place that is free. */
  @Test
  void aPlannerWhoIsDeafRefusesWhatIsFree() {
    var deaf = planners.deaf();
    var hearing = planners.many(1, Planners::noLock).getFirst();
    var request = new HoldRequest(POOL, FROM, FROM.plusDays(2), null);
    var ids = new ArrayList<UUID>();
    for (int room = 0; room < ROOMS; room++) {
      ids.add(UUID.randomUUID());
      assertThat(deaf.hold(ids.getLast(), request).block()).isInstanceOf(HoldAnswer.Held.class);
    }
    ids.forEach(id -> hearing.release(id).block());
    assertThat(deaf.hold(UUID.randomUUID(), request).block())
        .isInstanceOf(HoldAnswer.Refused.class);
    assertThat(hearing.hold(UUID.randomUUID(), request).block())
        .isInstanceOf(HoldAnswer.Held.class);
  }

  @Test
  void aRoomThatAnImportAddsIsGivenAndOneThatItRemovesIsNot() {
    var planner = planners.many(1, Planners::noLock).getFirst();
    var request = new HoldRequest(POOL, FROM, FROM.plusDays(2), null);
    for (int room = 0; room < ROOMS; room++) {
      assertThat(planner.hold(UUID.randomUUID(), request).block())
          .isInstanceOf(HoldAnswer.Held.class);
    }
    Statements.run(
        database,
        """
        insert into unit (site, unit, pool, features)
        select 'gh-001', 'late-' || n, 'gh-001.studio', '{}' from generate_series(1, 2) n
        """);
    assertThat(planner.hold(UUID.randomUUID(), request).block())
        .isInstanceOf(HoldAnswer.Held.class);
    Statements.run(
        database, "delete from unit u where unit like 'late-%' and not is_held(u.site, u.unit)");
    assertThat(planner.hold(UUID.randomUUID(), request).block())
        .isInstanceOf(HoldAnswer.Refused.class);
  }

  /** The plan was made on another day than the one on which it is written. */
  @Test
  void nothingIsWrittenThatWasPlannedOnAnotherDayOrAnotherStock() {
    var holds = service.getBean(Holds.class);
    var pools = service.getBean(PlannedPools.class);
    var now = requireNonNull(pools.moment(1).block());
    var ask = new HoldAsk(UUID.randomUUID(), POOL, FROM, FROM.plusDays(1), null);
    for (var passed :
        List.of(
            new LaneMoment(now.version(), now.stock(), now.today().minusDays(1)),
            new LaneMoment(now.version(), now.stock() - 1, now.today()),
            new LaneMoment(now.version() - 1, now.stock(), now.today()))) {
      assertThat(holds.write(1, passed, plan(pools, now, ask)).blockOptional()).isEmpty();
    }
    assertThat(count("select count(*) from hold")).isZero();
    assertThat(holds.write(1, now, plan(pools, now, ask)).block()).isEqualTo(now.version() + 1);
    assertThat(count("select count(*) from hold")).isOne();
  }

  private static Plan plan(PlannedPools pools, LaneMoment now, HoldAsk ask) {
    var timelines = requireNonNull(pools.named(List.of(POOL), now, _ -> {}).block());
    var plan = new Plan(timelines, now.today());
    plan.decide(List.of(ask));
    return plan;
  }

  private static void changeOne(Holding planner, List<UUID> held, Random random) {
    if (held.isEmpty()) {
      return;
    }
    var id = held.get(random.nextInt(held.size()));
    switch (random.nextInt(3)) {
      case 0 -> planner.release(id).block();
      case 1 -> planner.confirm(id).block();
      default -> planner.end(id, FROM.plusDays(1 + random.nextInt(9))).block();
    }
  }

  /** An operator takes a room for a night by hand, where it is free. */
  private static void byHand(Random random) {
    // Whoever writes by hand says so.
    Statements.run(database, byHandIn(random), "update stock set version = version + 1");
  }

  private static String byHandIn(Random random) {
    var night = FROM.plusDays(random.nextInt(9));
    return """
    insert into hold (site, hold, pool, unit, unit_number, state, asked, period, block_reason)
    select site, gen_random_uuid(), pool, unit, number, 'FIRM', night, night, 'repair'
    from unit u, daterange('%s', '%s') night
    where pool = 'gh-001.studio' and not exists (
      select from hold h where h.unit = u.unit and state in ('TIMED', 'FIRM') and period && night)
    order by unit limit 1
    """
        .formatted(night, night.plusDays(1));
  }

  private static HoldRequest request(Random random) {
    var from = FROM.plusDays(random.nextInt(9));
    Instant until =
        switch (random.nextInt(4)) {
          case 0 -> Instant.now().minusSeconds(1);
          case 1 -> Instant.now().plusSeconds(600);
          default -> null;
        };
    return new HoldRequest(POOL, from, from.plusDays(1 + random.nextInt(4)), until);
  }

  private static long freeOnTheFullestNight(HoldRequest request) {
    return count(
        """
        select %d - max((select count(*) from hold
          where pool = '%s' and state in ('TIMED', 'FIRM')
            and (state = 'FIRM' or until > now()) and period @> night::date))
        from generate_series('%s'::date, '%s'::date - 1, interval '1 day') night
        """
            .formatted(ROOMS, POOL, request.from(), request.to()));
  }

  private static long overlaps() {
    return count(
        """
        select count(*) from hold a join hold b
        on a.unit = b.unit and a.hold < b.hold and a.period && b.period
        where a.state in ('TIMED', 'FIRM') and b.state in ('TIMED', 'FIRM')
        """);
  }

  private static long count(String query) {
    return database.sql(query).mapValue(Long.class).one().blockOptional().orElseThrow();
  }
}
