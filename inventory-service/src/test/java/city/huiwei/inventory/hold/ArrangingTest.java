package city.huiwei.inventory.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.TestCity;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.UnitChart.Arranged;
import city.huiwei.inventory.contract.UnitChart.Exchange;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import city.huiwei.inventory.contract.UnitChart.NewUnit;
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
import reactor.core.publisher.Mono;

/** Staff arrange by hand while others book: the table and what planners remember stay one. */
@NullUnmarked
class ArrangingTest {

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
    Statements.run(database, "truncate hold, hold_change, lane");
  }

  @AfterEach
  void close() {
    planners.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsArrangedWhileOthersBookIsWhatEverybodyRemembers(long seed) {
    var random = new Random(seed);
    var booking = planners.many(2, Planners::noLock);
    var staff = service.getBean(Operating.class);
    var held = new ArrayList<UUID>();
    int arranged = 0;
    int refused = 0;
    for (int round = 0; round < 40; round++) {
      var ids = Flux.range(0, 3).map(_ -> UUID.randomUUID()).collectList().block();
      var crowd =
          Flux.fromIterable(ids)
              .flatMap(id -> booking.get(random.nextInt(2)).hold(id, request(random)), 3)
              .collectList()
              .toFuture();
      var steps =
          Flux.fromIterable(steps(random, held))
              .flatMap(
                  step ->
                      step.apply(staff).map(_ -> true).onErrorReturn(ProblemException.class, false),
                  4)
              .collectList()
              .block();
      arranged += steps.stream().filter(done -> done).count();
      refused += steps.stream().filter(done -> !done).count();
      crowd.join().stream()
          .filter(HoldAnswer.Held.class::isInstance)
          .forEach(answer -> held.add(answer.hold()));
      assertThat(overlaps()).as("seed %d, round %d", seed, round).isZero();
      var wanted = request(random);
      var isFree = freeOnTheFullestNight(wanted) > 0;
      if (!isFree) {
        assertThat(booking.getFirst().hold(UUID.randomUUID(), wanted).block())
            .as("seed %d, round %d, %s", seed, round, wanted)
            .isInstanceOf(HoldAnswer.Refused.class);
      }
    }
    assertThat(arranged).as("seed %d", seed).isGreaterThan(20);
    assertThat(refused).as("seed %d", seed).isGreaterThan(5);
    // Who is moved to where they are leaves no trace, so there are fewer.
    assertThat(count("select count(*) from hold_change where actor = 'staff'")).isPositive();
  }

  private interface Step {
    Mono<Arranged> apply(Operating staff);
  }

  private List<Step> steps(Random random, List<UUID> held) {
    var steps = new ArrayList<Step>();
    for (int n = 0; n < 4; n++) {
      var from = FROM.plusDays(random.nextInt(9));
      if (held.isEmpty() || random.nextInt(5) == 0) {
        var id = UUID.randomUUID();
        var block =
            new NewBlock(unit(random), from, from.plusDays(1), "repair", random.nextBoolean());
        steps.add(staff -> staff.block("staff", "op-home", id, block));
        if (random.nextBoolean()) {
          steps.add(staff -> staff.unblock("staff", "op-home", id));
        }
      } else {
        var stay = held.get(random.nextInt(held.size()));
        var other = held.get(random.nextInt(held.size()));
        var to = unit(random);
        steps.add(
            random.nextBoolean()
                ? staff ->
                    seat(stay)
                        .flatMap(
                            seen -> staff.move("staff", "op-home", stay, new NewUnit(seen, to)))
                : staff ->
                    seat(stay)
                        .zipWith(seat(other))
                        .flatMap(seen ->
                            staff.exchange(
                                "staff",
                                "op-home",
                                stay,
                                new Exchange(seen.getT1(), other, seen.getT2()))));
      }
    }
    return steps;
  }

  /** The control: who does not hear what others wrote refuses to move into a room that is free. */
  @Test
  void staffWhoAreDeafRefuseWhatIsFreeAndNeverOverlap() {
    var deaf = planners.deafStaff();
    var hearing = planners.many(1, Planners::noLock).getFirst();
    var request = new HoldRequest(POOL, FROM, FROM.plusDays(2), null);
    var one = UUID.randomUUID();
    var two = UUID.randomUUID();
    hearing.hold(one, request).block();
    hearing.hold(two, request).block();
    var taken = unitOf(two);
    assertThat(reasons(deaf.move("staff", "op-home", one, new NewUnit(unitOf(one), taken))))
        .containsExactly("UNIT_TAKEN");
    hearing.release(two).block();
    assertThat(reasons(deaf.move("staff", "op-home", one, new NewUnit(unitOf(one), taken))))
        .containsExactly("UNIT_TAKEN");
    service
        .getBean(Operating.class)
        .move("staff", "op-home", one, new NewUnit(unitOf(one), taken))
        .block();
    assertThat(unitOf(one)).isEqualTo(taken);
    assertThat(overlaps()).isZero();
  }

  @Test
  void aPinnedStayMakesRoomForNobodyUntilItIsUnpinned() {
    var staff = service.getBean(Operating.class);
    var holding = service.getBean(Holding.class);
    // A pin in the middle of each room leaves no room for a stay over it.
    var pinned = new ArrayList<UUID>();
    for (int room = 1; room <= ROOMS; room++) {
      var id = UUID.randomUUID();
      var night = FROM.plusDays(room);
      holding.hold(id, new HoldRequest(POOL, night, night.plusDays(1), null)).block();
      staff.move("staff", "op-home", id, new NewUnit(unitOf(id), unit(room))).block();
      staff.pin("staff", "op-home", id, true).block();
      pinned.add(id);
    }
    var over = new HoldRequest(POOL, FROM, FROM.plusDays(ROOMS + 2), null);
    assertThat(holding.hold(UUID.randomUUID(), over).block())
        .isInstanceOf(HoldAnswer.Refused.class);
    assertThat(
            reasons(
                staff.move("staff", "op-home", pinned.getFirst(), new NewUnit(unit(1), unit(2)))))
        .containsExactly("STAY_PINNED");
    staff.pin("staff", "op-home", pinned.getFirst(), false).block();
    assertThat(holding.hold(UUID.randomUUID(), over).block()).isInstanceOf(HoldAnswer.Held.class);
  }

  @Test
  void whatMovedMeanwhileIsNotMovedBlindly() {
    var staff = service.getBean(Operating.class);
    var id = UUID.randomUUID();
    service
        .getBean(Holding.class)
        .hold(id, new HoldRequest(POOL, FROM, FROM.plusDays(2), null))
        .block();
    staff.move("staff", "op-home", id, new NewUnit(unitOf(id), unit(3))).block();
    assertThat(reasons(staff.move("staff", "op-home", id, new NewUnit(unit(1), unit(2)))))
        .containsExactly("STAY_ELSEWHERE");
    assertThat(unitOf(id)).isEqualTo(unit(3));
  }

  private static List<String> reasons(Mono<?> step) {
    var heard = new ArrayList<String>();
    assertThatThrownBy(step::block)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> problem.reasons().stream().map(Reason::code).forEach(heard::add));
    return heard;
  }

  private static String unit(Random random) {
    return unit(1 + random.nextInt(ROOMS));
  }

  private static String unit(int number) {
    return "gh-001-%04d".formatted(number);
  }

  private static String unitOf(UUID id) {
    return requireNonNull(seat(id).block());
  }

  private static Mono<String> seat(UUID id) {
    return database
        .sql("select unit from hold where hold = :id")
        .bind("id", id)
        .mapValue(String.class)
        .one();
  }

  private static HoldRequest request(Random random) {
    var from = FROM.plusDays(random.nextInt(9));
    return new HoldRequest(POOL, from, from.plusDays(1 + random.nextInt(3)), null);
  }

  private static long freeOnTheFullestNight(HoldRequest request) {
    return count(
        """
        select %d - max((select count(*) from hold
          where pool = '%s' and state in ('TIMED', 'FIRM') and period @> night::date))
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
