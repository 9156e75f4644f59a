package city.huiwei.booking.assignment;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.edge.testing.Statements.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.TestCity;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** In the moment in which a deadline passes, exactly one of answer and lapse counts. */
@NullUnmarked
class AssignmentRaceTest {

  private static final int ROOMS = 200;
  private static final Duration LONG = Duration.ofSeconds(60);

  private static TestCity city;
  private Assignments assignments;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    // What lapses here lapses by the test's own hand.
    city.bean(Advancing.class).stop();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void twoHundredRoomsAreOpenForAFewMoments() {
    assignments = new Assignments(city.bookingDatabase());
    var batch = new GivenBatch(city, LONG).with(POOL, ROOMS);
    for (int person = 0; person < ROOMS; person++) {
      batch.drawn("graduate-" + person, "general", 1, POOL);
    }
    batch.published();
    run(
        city.bookingDatabase(),
        "delete from assignment",
        "insert into assignment_run (batch) values ('%s')".formatted(batch.id),
        """
        insert into assignment (assignment, batch, entry, round, account, ticket, category, rank,
          wish, reserved, programme, pool, site, operator, stay, state, deadline, driven_at)
        select gen_random_uuid(), batch, entry, 1, account, ticket, category, 1, 0, false,
          'graduate-housing', '%s', 'gh-001', 'op-home', daterange('2099-01-01', '2099-01-02'),
          'OPEN', clock_timestamp() + random() * interval '2 seconds', null
        from batch_entry where batch = '%s'
        """
            .formatted(POOL, batch.id));
  }

  @Test
  void exactlyOneOfAcceptingAndLapsingCounts() {
    assertThat(contested(assignments)).isZero();
    assignments.lapse(ROOMS).blockLast();
    assertThat(states("ACCEPTED") + states("LAPSED")).isEqualTo(ROOMS);
    assertThat(states("ACCEPTED")).as("some were in time").isPositive();
    assertThat(states("LAPSED")).as("some were not").isPositive();
  }

  /**
   * The control: with no look at the state, rooms that were passed on are accepted all the same.
   */
  @Test
  void withoutTheLookAtTheStateBothCount() {
    assertThat(contested(new Assignments(city.bookingDatabase(), "true"))).isPositive();
  }

  @Test
  void nobodyHasTwoRoomsOfABatch() {
    assertThatThrownBy(() ->
            run(
                city.bookingDatabase(),
                """
                insert into assignment (assignment, batch, entry, round, account, ticket, category,
                  rank, wish, reserved, programme, pool, site, operator, stay, state, deadline)
                select gen_random_uuid(), batch, entry, 2, account, ticket, category, 1, 0, false,
                  programme, pool, site, operator, stay, 'PROPOSED', deadline
                from assignment limit 1
                """))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("one_room_a");
  }

  /** How many were both accepted and lapsed, when all is done at once. */
  private int contested(Assignments answering) {
    var ids =
        city.bookingDatabase()
            .sql("select assignment from assignment")
            .mapValue(UUID.class)
            .all()
            .collectList()
            .block();
    var accepted =
        Flux.fromIterable(ids)
            .flatMap(
                id ->
                    Mono.delay(Duration.ofMillis(id.hashCode() & 2047)).then(answering.accept(id)),
                ROOMS)
            .map(Assignment::id)
            .collectList();
    var lapsed =
        Flux.interval(Duration.ofMillis(5))
            .onBackpressureDrop()
            .take(Duration.ofSeconds(3))
            .concatMap(_ -> assignments.lapse(ROOMS))
            .map(Assignment::id)
            .collectList();
    return Mono.zip(accepted, lapsed, AssignmentRaceTest::both).block(LONG);
  }

  private static int both(List<UUID> one, List<UUID> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  private static long states(String state) {
    return count(
        city.bookingDatabase(),
        "select count(*) from assignment where state = '%s'".formatted(state));
  }
}
