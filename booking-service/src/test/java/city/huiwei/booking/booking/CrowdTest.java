package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.edge.testing.Statements.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.place.ClosedPeriods;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What others do costs nobody their booking: a crowd, an intent nobody foresaw, people who leave.
 */
@NullUnmarked
class CrowdTest {

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(60);
    // Whoever is answered here is answered by those who took the request, not by the sweeper.
    city.bean(Sweeping.class).stop();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  /** One has booked, so that the day and the pool are known. */
  @BeforeEach
  void hardlyAnythingIsBooked() {
    city.forgetEverything();
    assertThat(book("somebody").block()).isInstanceOf(Outcome.Agreed.class);
  }

  @Test
  void anIntentThatTheTableRefusesForNoKnownReasonHarmsNobodyElse() {
    run(
        city.bookingDatabase(),
        "alter table booking add constraint unforeseen check (idempotency_key <> 'poison')");
    try {
      var outcomes =
          Flux.range(0, 50)
              .flatMap(
                  person ->
                      book("graduate-" + person, person == 25 ? "poison" : "key")
                          .<Object>map(outcome -> outcome)
                          .onErrorResume(Mono::just),
                  50)
              .collectList()
              .block(Duration.ofSeconds(60));
      assertThat(outcomes).filteredOn(Outcome.Agreed.class::isInstance).hasSize(49);
      assertThat(outcomes).filteredOn(CrowdTest::isBusy).hasSize(1);
      assertThat(bookings("CONFIRMED")).isEqualTo(50);
    } finally {
      run(city.bookingDatabase(), "alter table booking drop constraint unforeseen");
    }
  }

  @Test
  void aHoldThatInventoryCannotWriteHarmsNobodyElse() {
    var day = today().plusDays(20);
    run(
        city.inventoryDatabase(),
        "alter table hold add constraint unforeseen check (lower(period) <> '%s')".formatted(day));
    try {
      var outcomes =
          Flux.range(0, 50)
              .flatMap(person -> answer(person == 25 ? 20 : 3, "graduate-" + person), 50)
              .collectList()
              .block(Duration.ofSeconds(60));
      assertThat(outcomes).filteredOn(Outcome.Agreed.class::isInstance).hasSize(49);
      assertThat(outcomes).filteredOn(CrowdTest::isBusy).hasSize(1);
      assertThat(bookings("CONFIRMED")).isEqualTo(50);
      assertThat(bookings("REQUESTED")).isEqualTo(1);
      assertHoldsEqualBookings();
    } finally {
      run(city.inventoryDatabase(), "alter table hold drop constraint unforeseen");
    }
  }

  private static Mono<Object> answer(int day, String person) {
    var stay = new BookingRequest(POOL, today().plusDays(day), today().plusDays(day + 3));
    return city.bean(Reserving.class)
        .book(graduate(person), "key", stay)
        .<Object>map(outcome -> outcome)
        .onErrorResume(Mono::just);
  }

  @Test
  void oneMoreThanMayWaitIsToldSoAtOnceAndTheOthersAreAnswered() {
    var told = new ArrayList<Throwable>();
    var answered = new ArrayList<Outcome>();
    var lock = locked();
    // One in the statement that waits for the lock, four thousand behind it, and two hundred more.
    Flux.range(0, 4_201)
        .flatMap(person -> book("graduate-" + person).doOnError(told::add).onErrorComplete(), 4_201)
        .subscribe(answered::add);
    assertThat(told).hasSize(200).allMatch(CrowdTest::isBusy);
    assertThat(answered).isEmpty();
    unlock(lock);
    await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() == 4_001);
    assertThat(bookings("CONFIRMED")).isEqualTo(60);
    assertThat(bookings("REFUSED")).isEqualTo(4_001 - 59);
    assertHoldsEqualBookings();
  }

  @Test
  void whoeverWaitsTooLongIsToldSoAndTheBookingGoesOn() {
    var hurried =
        new Reserving(
            city.bean(Bookings.class),
            city.bean(Requesting.class),
            city.bean(KnownPools.class),
            city.bean(ClosedPeriods.class),
            city.bean(Driving.class),
            city.bean(Programmes.class),
            new BookingSettings(128, 2_000, Duration.ofMillis(100)));
    var lock = locked();
    var answer = hurried.book(graduate("hurried"), "key", stay()).<Object>map(it -> it);
    assertThat(answer.onErrorResume(Mono::just).block()).matches(CrowdTest::isBusy);
    unlock(lock);
    await().atMost(Duration.ofSeconds(20)).until(() -> bookings("CONFIRMED") == 2);
    assertHoldsEqualBookings();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 10, 20})
  void whoeverGoesAwayInMidRequestLeavesNothingHalfDone(int millis)
      throws IOException, InterruptedException {
    for (int person = 0; person < 40; person++) {
      bookAndLeave("graduate-%05d".formatted(10_000 + 100 * millis + person % 99), millis);
    }
    // Whoever comes afterwards stands behind all of them.
    assertThat(book("the-last").block(Duration.ofSeconds(30))).isInstanceOf(Outcome.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          assertThat(bookings("REQUESTED")).isZero();
          assertHoldsEqualBookings();
          for (var database : List.of(city.bookingDatabase(), city.inventoryDatabase())) {
            assertThat(
                    count(
                        database,
                        "select count(*) from pg_stat_activity where state like 'idle in%'"))
                .isZero();
          }
        });
    if (millis >= 5) {
      assertThat(bookings("CONFIRMED")).as("some had begun").isGreaterThan(2);
    }
  }

  /** Sends a whole request and drops the connection so many milliseconds later. */
  private static void bookAndLeave(String person, int millis)
      throws IOException, InterruptedException {
    var body =
        "{\"pool\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(POOL, today().plusDays(3), today().plusDays(6));
    var head =
        """
        POST /api/bookings HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Idempotency-Key: %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(TestCity.token(person), UUID.randomUUID(), body.length());
    var port = Integer.parseInt(city.address().substring(city.address().lastIndexOf(':') + 1));
    try (var socket = new Socket("localhost", port)) {
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Thread.sleep(millis);
    }
  }

  /** Nobody can write intents until it is given back. */
  private static Connection locked() {
    return Mono.from(city.bookingDatabase().getConnectionFactory().create())
        .delayUntil(Connection::beginTransaction)
        .delayUntil(connection ->
            Flux.from(
                    connection
                        .createStatement("lock table entitlement in exclusive mode")
                        .execute())
                .flatMap(Result::getRowsUpdated))
        .block();
  }

  private static void unlock(Connection lock) {
    Mono.from(lock.rollbackTransaction()).then(Mono.from(lock.close())).block();
  }

  private static boolean isBusy(Object answer) {
    return answer instanceof ProblemException problem && problem.type().equals("busy");
  }

  private static Mono<Outcome> book(String person) {
    return book(person, "key");
  }

  private static Mono<Outcome> book(String person, String key) {
    return city.bean(Reserving.class).book(graduate(person), key, stay());
  }

  private static BookingRequest stay() {
    return new BookingRequest(POOL, today().plusDays(3), today().plusDays(6));
  }

  private static SignedIn graduate(String subject) {
    return new SignedIn(
        TestCity.issuer(),
        subject,
        Set.of(SignedIn.Role.APPLICANT),
        null,
        null,
        today().getYear(),
        null);
  }

  private static long bookings(String status) {
    return count(
        city.bookingDatabase(), "select count(*) from booking where status = '" + status + "'");
  }

  private static void assertHoldsEqualBookings() {
    assertThat(
            ids(city.inventoryDatabase(), "select hold from hold where state = 'FIRM' order by 1"))
        .isEqualTo(
            ids(
                city.bookingDatabase(),
                "select booking from booking where status = 'CONFIRMED' order by 1"));
  }

  private static List<UUID> ids(DatabaseClient database, String query) {
    return database.sql(query).mapValue(UUID.class).all().collectList().block();
  }
}
