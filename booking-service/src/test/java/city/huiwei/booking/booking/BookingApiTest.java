package city.huiwei.booking.booking;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** The public API as a client sees it, over HTTP and against the real servers. */
@NullUnmarked
class BookingApiTest {

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(40);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void aGraduateBooksSeesAndCancelsARoom() {
    var graduate = city.client("graduate-00001");
    var booking = booked(book(graduate, key(), POOL, 3, 6));
    assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(booking.nights()).isEqualTo(3);
    assertThat(booking.unit()).isNull();
    assertThat(Reference.isSound(booking.reference())).isTrue();

    graduate
        .get()
        .uri("/api/bookings")
        .exchange()
        .expectBody()
        .jsonPath("$.items[0].id")
        .isEqualTo(booking.id().toString());
    assertThat(spent("graduate-00001")).isEqualTo(3);

    var cancelled = booked(put(graduate, booking, "cancellation"));
    assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(booked(put(graduate, booking, "cancellation"))).isEqualTo(cancelled);
    assertThat(spent("graduate-00001")).isZero();
    assertThat(holdState(booking)).isEqualTo("RELEASED");
  }

  @Test
  void theSameKeyTwentyTimesAtOnceIsOneBookingAndTwentyEqualAnswers() {
    var graduate = city.client("graduate-00002");
    var key = key();
    Set<Booking> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 20)
              .mapToObj(_ -> threads.submit(() -> booked(book(graduate, key, POOL, 3, 5))))
              .toList()
              .stream()
              .map(BookingApiTest::result)
              .collect(Collectors.toSet());
    }
    assertThat(answers).hasSize(1);
    assertThat(spent("graduate-00002")).isEqualTo(2);
    assertProblem(book(graduate, key, POOL, 3, 6), 422, "idempotency-key-reused", "KEY_REUSED");
  }

  @Test
  void withoutAKeyNothingIsBooked() {
    var graduate = city.client("graduate-00003");
    assertProblem(book(graduate, null, POOL, 3, 5), 428, "idempotency-key-missing", "KEY_MISSING");
    assertProblem(book(graduate, "a key!", POOL, 3, 5), 400, "malformed-request", "KEY_UNREADABLE");
    assertThat(bookingsOf("graduate-00003")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.studio, 3, 5, unknown-place, UNKNOWN_POOL",
    "gh-001.studio, -1, 2, outside-window, PERIOD_IN_THE_PAST",
    "gh-001.studio, 5, 3, outside-window, PERIOD_REVERSED",
    "gh-001.studio, 3, 3, outside-window, TOO_FEW_NIGHTS",
    "gh-001.studio, 3, 19, outside-window, TOO_MANY_NIGHTS",
    "gh-001.studio, 181, 183, outside-window, OUTSIDE_WINDOW",
  })
  void whatCannotBeBookedIsRefusedWithTheReason(
      String pool, int from, int to, String problem, String code) {
    assertProblem(book(city.client("graduate-00004"), key(), pool, from, to), 422, problem, code);
    assertThat(bookingsOf("graduate-00004")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 180})
  void bothBordersOfTheWindowCanBeBooked(int from) {
    var booking = booked(book(city.client("graduate-00005"), key(), POOL, from, from + 1));
    assertThat(booking.from()).isEqualTo(today().plusDays(from));
  }

  @Test
  void aGraduateWithoutVerifiedGraduationIsToldWhatToDo() {
    assertProblem(
        book(city.client("graduate-00100"), key(), POOL, 3, 5),
        422,
        "not-eligible",
        "GRADUATION_NOT_VERIFIED");
    assertProblem(
        book(city.client("monitor"), key(), POOL, 3, 5), 422, "not-eligible", "NOT_AN_APPLICANT");
  }

  @Test
  void twoStaysOfOnePersonDoNotOverlap() {
    var graduate = city.client("graduate-00006");
    booked(book(graduate, key(), POOL, 3, 5));
    assertProblem(book(graduate, key(), POOL, 4, 6), 409, "already-booked", "ALREADY_BOOKED");
    booked(book(graduate, key(), POOL, 5, 6));
    assertThat(spent("graduate-00006")).isEqualTo(3);
  }

  @Test
  void fifteenNightsAreAllAPersonHas() {
    var graduate = city.client("graduate-00007");
    booked(book(graduate, key(), POOL, 3, 13));
    assertProblem(book(graduate, key(), POOL, 20, 26), 422, "entitlement-spent", "NIGHTS_SPENT");
    booked(book(graduate, key(), POOL, 20, 25));
    assertProblem(book(graduate, key(), POOL, 30, 31), 422, "entitlement-spent", "NIGHTS_SPENT");
  }

  @Test
  void aStayIsCheckedInAndLeftEarlyAndItsNightsComeBack() {
    var booking = booked(book(city.client("graduate-00008"), key(), POOL, 0, 4));
    var desk = city.client("caseworker-op-home");
    assertProblem(put(desk, booking, "departure"), 409, "wrong-state", "WRONG_STATE");
    desk.get()
        .uri("/api/desk/bookings?reference=" + booking.reference().toLowerCase(Locale.ROOT))
        .exchange()
        .expectStatus()
        .isOk();

    var arrived = booked(put(desk, booking, "check-in"));
    assertThat(arrived.status()).isEqualTo(BookingStatus.CHECKED_IN);
    assertThat(arrived.unit()).startsWith("gh-001-");
    assertThat(booked(put(desk, booking, "check-in"))).isEqualTo(arrived);

    var left = booked(put(desk, booking, "departure"));
    assertThat(left.status()).isEqualTo(BookingStatus.DEPARTED);
    assertThat(left.nights()).isEqualTo(1);
    assertThat(booked(put(desk, booking, "departure"))).isEqualTo(left);
    assertThat(spent("graduate-00008")).isEqualTo(1);
    assertThat(holdPeriod(booking)).isEqualTo("[%s,%s)".formatted(today(), today().plusDays(1)));
  }

  @Test
  void aGuestWhoNeverComesLosesOneNightAndThePlaceIsFree() {
    var booking = booked(book(city.client("graduate-00009"), key(), POOL, 0, 4));
    var noShow = booked(put(city.client("manager-op-home"), booking, "no-show"));
    assertThat(noShow.status()).isEqualTo(BookingStatus.NO_SHOW);
    assertThat(spent("graduate-00009")).isEqualTo(1);
    assertThat(holdState(booking)).isEqualTo("RELEASED");
  }

  @Test
  void nobodyChecksInBeforeTheFirstNight() {
    var booking = booked(book(city.client("graduate-00010"), key(), POOL, 1, 4));
    var desk = city.client("caseworker-op-home");
    assertProblem(put(desk, booking, "check-in"), 409, "not-the-day", "NOT_THE_DAY");
    assertProblem(put(desk, booking, "no-show"), 409, "not-the-day", "NOT_THE_DAY");
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() {
    var booking = booked(book(city.client("graduate-00011"), key(), POOL, 0, 2));
    var stranger = city.client("graduate-00012");
    stranger.get().uri("/api/bookings/" + booking.id()).exchange().expectStatus().isNotFound();
    assertProblem(put(stranger, booking, "cancellation"), 404, "not-found", null);
    assertProblem(put(stranger, booking, "check-in"), 403, "forbidden", null);
    var otherOperator = city.client("caseworker-op-port");
    assertProblem(put(otherOperator, booking, "check-in"), 404, "not-found", null);
    otherOperator
        .get()
        .uri("/api/desk/bookings?reference=" + booking.reference())
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void strangersAndForgersAreNotLetIn() {
    assertProblem(book(city.client(), key(), POOL, 3, 5), 401, "not-signed-in", null);
    var token = TestCity.token("graduate-00013");
    var forged = token.substring(0, token.length() - 6) + "AAAAAA";
    for (var bad : List.of(forged, TestCity.expiredToken("graduate-00013"), "nonsense")) {
      var forger =
          city.client().mutate().defaultHeaders(headers -> headers.setBearerAuth(bad)).build();
      assertProblem(book(forger, key(), POOL, 3, 5), 401, "not-signed-in", null);
    }
    assertThat(bookingsOf("graduate-00013")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"pool\":                                              | 400 | malformed-request |"
            + " MALFORMED",
        "{\"pool\":\"x\",\"form\":\"2026-12-01\"}                | 400 | malformed-request |"
            + " UNKNOWN_FIELD",
        "{\"pool\":\"x\",\"from\":\"tomorrow\",\"to\":\"later\"} | 400 | malformed-request |"
            + " VALUE_UNREADABLE",
        "{}                                                      | 422 | invalid-request |"
            + " VALUE_MISSING",
        "[]                                                      | 400 | malformed-request |",
        "''                                                      | 400 | malformed-request |",
      })
  void aBrokenRequestIsToldWhatIsBroken(String body, int status, String problem, String code) {
    var answer =
        city.client("graduate-00014")
            .post()
            .uri("/api/bookings")
            .header("Idempotency-Key", key())
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange();
    assertProblem(answer, status, problem, code);
  }

  @Test
  void tooMuchAndTheWrongTypeAreRefused() {
    var graduate = city.client("graduate-00014");
    var request = graduate.post().uri("/api/bookings").header("Idempotency-Key", key());
    var large = "{\"pool\":\"" + "x".repeat(10_000_000) + "\"}";
    assertProblem(
        request.contentType(MediaType.APPLICATION_JSON).bodyValue(large).exchange(),
        413,
        "too-large",
        null);
    assertProblem(
        request.contentType(MediaType.TEXT_PLAIN).bodyValue("please").exchange(),
        415,
        "unsupported-media-type",
        null);
    assertThat(bookingsOf("graduate-00014")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"4096, false, 422", "4096, true, 422", "4097, false, 413", "4097, true, 413"})
  void aRequestToBookHasFourThousandBytesAtMost(int bytes, boolean inChunks, int status) {
    var body = "{\"pool\":\"nowhere\"}";
    var padded = (body + " ".repeat(bytes - body.length())).getBytes(StandardCharsets.US_ASCII);
    var request =
        city.client("graduate-00014")
            .post()
            .uri("/api/bookings")
            .header("Idempotency-Key", key())
            .contentType(MediaType.APPLICATION_JSON);
    var answer =
        inChunks
            ? request.body(BodyInserters.fromDataBuffers(pieces(padded))).exchange()
            : request.bodyValue(padded).exchange();
    answer.expectStatus().isEqualTo(status).expectBody();
  }

  private static Flux<DataBuffer> pieces(byte[] body) {
    var buffers = DefaultDataBufferFactory.sharedInstance;
    return Flux.just(
        buffers.wrap(Arrays.copyOfRange(body, 0, 100)),
        buffers.wrap(Arrays.copyOfRange(body, 100, body.length)));
  }

  @Test
  void placesAreOpenToEveryoneAndCountEveryNight() {
    var before = free(60, 63);
    booked(book(city.client("graduate-00015"), key(), POOL, 61, 62));
    assertThat(free(60, 63)).isEqualTo(before - 1);
    assertThat(free(62, 63)).isEqualTo(before);
    city.client()
        .get()
        .uri("/api/programmes")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(4);
    city.client().get().uri("/v3/api-docs").exchange().expectStatus().isOk();
    assertProblem(
        city.client().get().uri("/api/places?programme=palaces").exchange(),
        422,
        "invalid-request",
        "UNKNOWN_PROGRAMME");
  }

  @Test
  void theActuatorShowsStrangersLittle() {
    var stranger = city.client();
    for (var open : List.of("health", "health/readiness", "info", "prometheus")) {
      stranger.get().uri("/actuator/" + open).exchange().expectStatus().isOk();
    }
    for (var closed : List.of("metrics", "loggers", "beans", "mappings", "")) {
      stranger.get().uri("/actuator/" + closed).exchange().expectStatus().isUnauthorized();
      city.client("graduate-00001")
          .get()
          .uri("/actuator/" + closed)
          .exchange()
          .expectStatus()
          .isForbidden();
    }
    city.client("administrator").get().uri("/actuator/metrics").exchange().expectStatus().isOk();
  }

  private static int free(int from, int to) {
    var page =
        city.client()
            .get()
            .uri(
                "/api/places?programme=graduate-housing&district=baoan&from={from}&to={to}",
                today().plusDays(from),
                today().plusDays(to))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(PlaceList.class)
            .returnResult()
            .getResponseBody();
    return page.items().stream()
        .filter(place -> place.pool().equals(POOL))
        .findFirst()
        .orElseThrow()
        .free();
  }

  private record PlaceList(List<Free> items) {
    private record Free(String pool, int free) {}
  }

  static ResponseSpec book(WebTestClient client, String key, String pool, int from, int to) {
    var request = client.post().uri("/api/bookings").contentType(MediaType.APPLICATION_JSON);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    LocalDate day = today();
    return request
        .bodyValue(Map.of("pool", pool, "from", day.plusDays(from), "to", day.plusDays(to)))
        .exchange();
  }

  static Booking booked(ResponseSpec answer) {
    return answer
        .expectStatus()
        .is2xxSuccessful()
        .expectBody(Booking.class)
        .returnResult()
        .getResponseBody();
  }

  private static ResponseSpec put(WebTestClient client, Booking booking, String step) {
    return client.put().uri("/api/bookings/{booking}/{step}", booking.id(), step).exchange();
  }

  private static void assertProblem(ResponseSpec answer, int status, String problem, String code) {
    var body =
        answer
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody()
            .jsonPath("$.type")
            .isEqualTo("/problems/" + problem)
            .jsonPath("$.status")
            .isEqualTo(status)
            .jsonPath("$.title")
            .isNotEmpty();
    if (code != null) {
      body.jsonPath("$.reasons[0].code").isEqualTo(code);
      body.jsonPath("$.reasons[0].message").isNotEmpty();
      body.jsonPath("$.reasons[0].remedy").isNotEmpty();
    }
  }

  private static Booking result(Future<Booking> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  private static long spent(String person) {
    return count(
        city.bookingDatabase(),
        "select coalesce(sum(spent), 0)::bigint from entitlement where account = '%s'"
            .formatted(account(person)));
  }

  private static long bookingsOf(String person) {
    return count(
        city.bookingDatabase(),
        "select count(*) from booking where account = '%s'".formatted(account(person)));
  }

  private static UUID account(String person) {
    return Account.of(new SignedIn(TestCity.issuer(), person, Set.of(), null, null, null, null));
  }

  private static String holdState(Booking booking) {
    return hold("state", booking);
  }

  private static String holdPeriod(Booking booking) {
    return hold("period::text", booking);
  }

  private static String hold(String column, Booking booking) {
    return city.inventoryDatabase()
        .sql("select " + column + " from hold where hold = '" + booking.id() + "'")
        .mapValue(String.class)
        .one()
        .block();
  }
}
