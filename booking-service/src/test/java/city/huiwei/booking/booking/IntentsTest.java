package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.booking.Intents.Allowed;
import city.huiwei.booking.booking.Intents.Written;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.programme.Wish;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import reactor.core.publisher.Flux;

/** The table keeps what a person has, also when two instances write for the same people at once. */
@NullUnmarked
class IntentsTest {

  private static final String OVERLAP = "and not e.stays && excluded.stays";
  private static final String NIGHTS = "e.spent + excluded.spent <= e.granted";
  private static final String UNCHANGED =
      "and exists (select from entitlement seen where seen.ctid = e.ctid)";

  /** What the row was when the statement began, as if it were looked at before writing. */
  private static final String BEFORE =
      "(select b.%s from entitlement b where (b.account, b.programme) = (e.account, e.programme))";

  private static final int PEOPLE = 60;

  private static TestCity city;
  private static Intents intents;
  private final List<UUID> people = Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    intents = city.bean(Intents.class);
    // Nobody is to answer what is only written here.
    city.bean(Sweeping.class).stop();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nothingIsBooked() {
    city.forgetEverything();
  }

  /** Planned anew each time, a statement costs more to plan than to carry out. */
  @Test
  void aStatementIsPlannedOnceAConnection() {
    assertThat(
            number(
                """
                select count(*) from pg_settings
                where (name, setting) in (('plan_cache_mode', 'force_generic_plan'),
                  ('idle_in_transaction_session_timeout', '10000'))
                """))
        .isEqualTo(2);
  }

  @Test
  void whatIsWrittenHasItsNightsSpentAndItsTrace() {
    write(intents, stays("a", 3, 6));
    assertThat(bookings()).isEqualTo(PEOPLE);
    assertThat(number("select sum(spent)::bigint from entitlement")).isEqualTo(3 * PEOPLE);
    assertThat(number("select count(*) from booking_change where status = 'REQUESTED'"))
        .isEqualTo(PEOPLE);
    assertNightsAgree();
  }

  @Test
  void ofManyOnlyThoseThatMayNotAreLeftOut() {
    write(intents, List.of(stay(people.get(0), "a", 3, 6), stay(people.get(1), "a", 3, 15)));
    var second =
        List.of(
            stay(people.get(0), "b", 5, 7),
            stay(people.get(1), "b", 20, 24),
            stay(people.get(2), "b", 3, 6),
            stay(people.get(3), "b", 3, 19));
    assertThat(write(intents, second).bookings()).containsExactly(second.get(2).intent().id());
    assertThat(write(intents, List.of(stay(people.get(0), "a", 40, 41))).bookings()).isEmpty();
    assertThat(write(intents, List.of(stay(people.get(0), "c", 6, 7))).bookings()).hasSize(1);
    assertNightsAgree();
  }

  @Test
  void whatWasJudgedOfAnotherDayIsNotWrittenAndTheDayIsTold() {
    var yesterday = new Allowed(stay(people.getFirst(), "a", 3, 6).intent(), today().minusDays(1));
    var written = write(intents, List.of(yesterday, stay(people.getLast(), "a", 3, 6)));
    assertThat(written.bookings()).hasSize(1);
    assertThat(written.today()).isEqualTo(today());
    assertNightsAgree();
  }

  @Test
  void twoInstancesNeverWriteTwoStaysInOneNight() {
    for (int round = 0; round < 10; round++) {
      race(intents, stays("a", 3, 6), stays("b", 5, 8));
      assertThat(bookings()).isEqualTo(PEOPLE);
      assertNightsAgree();
    }
  }

  /** The control: looked at before writing, the race is lost. */
  @Test
  void aLookBeforeWritingLetsTwoStaysInOneNightThrough() {
    var looking =
        without(
            OVERLAP,
            "and not coalesce(" + BEFORE.formatted("stays") + " && excluded.stays, false)");
    assertThat(lost(looking, stays("a", 3, 6), stays("b", 5, 8))).isTrue();
  }

  @Test
  void twoInstancesNeverSpendMoreThanTheEntitlement() {
    for (int round = 0; round < 10; round++) {
      race(intents, stays("a", 3, 13), stays("b", 20, 30));
      assertThat(bookings()).isEqualTo(PEOPLE);
      assertNightsAgree();
    }
  }

  /** The control: looked at before writing, the constraint has to refuse everybody's. */
  @Test
  void aLookBeforeWritingSpendsTooMuchAndTheConstraintRefusesAll() {
    var looking =
        without(
            NIGHTS, "coalesce(" + BEFORE.formatted("spent") + ", 0) + excluded.spent <= e.granted");
    assertThat(lost(looking, stays("a", 3, 13), stays("b", 20, 30))).isTrue();
    assertNightsAgree();
  }

  @Test
  void twoInstancesNeverUseAKeyTwice() {
    for (int round = 0; round < 10; round++) {
      race(intents, stays("a", 3, 6), stays("a", 20, 22));
      assertThat(bookings()).isEqualTo(PEOPLE);
      assertNightsAgree();
    }
  }

  /** The control: looked for before writing, the constraint has to refuse everybody's. */
  @Test
  void aLookForTheKeyBeforeWritingMissesTheOtherInstance() {
    var looking = statement(Intents.WRITE.replace(UNCHANGED, ""));
    assertThat(lost(looking, stays("a", 3, 6), stays("a", 20, 22))).isTrue();
    assertNightsAgree();
  }

  /** A condition looked at as things were before, and nothing else in its place. */
  private static Intents without(String condition, String other) {
    return statement(Intents.WRITE.replace(condition, other).replace(UNCHANGED, ""));
  }

  private static Intents statement(String sql) {
    assertThat(Intents.WRITE).contains(OVERLAP, NIGHTS, UNCHANGED);
    return new Intents(city.bookingDatabase(), sql);
  }

  /** Whether, in some of many rounds, the two were not each other's limit. */
  private boolean lost(Intents statement, List<Allowed> one, List<Allowed> other) {
    for (int round = 0; round < 50; round++) {
      try {
        race(statement, one, other);
      } catch (DataIntegrityViolationException refused) {
        return true;
      }
      if (bookings() > PEOPLE) {
        return true;
      }
    }
    return false;
  }

  /** Both at once, on empty tables, each under its own ids. */
  private static void race(Intents statement, List<Allowed> one, List<Allowed> other) {
    city.forgetEverything();
    Flux.just(anew(one), anew(other))
        .flatMap(many -> statement.write(many, 15), 2)
        .collectList()
        .block(Duration.ofSeconds(30));
  }

  private static List<Allowed> anew(List<Allowed> many) {
    return many.stream()
        .map(it -> stay(it.intent().account(), it.intent().key(), it.intent().asked()))
        .toList();
  }

  private static Written write(Intents statement, List<Allowed> many) {
    return statement.write(many, 15).block(Duration.ofSeconds(30));
  }

  private List<Allowed> stays(String key, int from, int to) {
    return people.stream().map(person -> stay(person, key, from, to)).toList();
  }

  private static Allowed stay(UUID person, String key, int from, int to) {
    return stay(person, key, new Wish(today().plusDays(from), today().plusDays(to)));
  }

  private static Allowed stay(UUID person, String key, Wish wish) {
    return new Allowed(
        new Intent(
            UuidCreator.getTimeOrderedEpoch(),
            Reference.random(RandomGenerator.getDefault()),
            person,
            key,
            "graduate-housing",
            POOL,
            "gh-001",
            "op-home",
            wish,
            wish,
            BookingStatus.REQUESTED,
            null,
            List.of(),
            null),
        today());
  }

  private static long bookings() {
    return number("select count(*) from booking");
  }

  private static void assertNightsAgree() {
    assertThat(
            number(
                """
                select count(*) from
                  (select account, sum(upper(period) - lower(period)) spent, range_agg(period) stays
                    from booking group by account) b
                  full join entitlement e using (account)
                where (b.spent, b.stays) is distinct from (e.spent, e.stays)
                """))
        .isZero();
  }

  private static long number(String query) {
    return count(city.bookingDatabase(), query);
  }
}
