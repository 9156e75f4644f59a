package city.huiwei.booking.batch;

import static city.huiwei.booking.TestCity.LAST_ROOM;
import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.batch.Desk.CLERK;
import static city.huiwei.booking.batch.Desk.MANAGER;
import static city.huiwei.booking.batch.Desk.drawn;
import static city.huiwei.booking.batch.Desk.key;
import static city.huiwei.booking.batch.Desk.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.place.ClosedPeriods;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** One drafts, another releases, and from then on nobody books it at once. */
@NullUnmarked
class ReleaseApiTest {

  private static TestCity city;
  private static Desk desk;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(40);
    desk = new Desk(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void oneDraftsAndAnotherReleases() {
    var own = body(as(MANAGER, drawn(5, 20, 25)).expectStatus().isOk()).at("/file/batch/id");
    assertReason(desk.release(MANAGER, own.asString()), 409, "BATCH_NEEDS_A_SECOND");

    var batch = desk.drafted(drawn(5, 20, 25));
    stranger("/api/batches/" + batch).expectStatus().isNotFound();
    desk.release(CLERK, batch).expectStatus().isForbidden();
    desk.release("manager-op-port", batch).expectStatus().isNotFound();
    var released = body(desk.release(MANAGER, batch).expectStatus().isOk());
    assertThat(released.at("/batch/phase").asString()).isEqualTo("ANNOUNCED");
    assertThat(released.get("mine").asBoolean()).isFalse();
    assertReason(desk.release(MANAGER, batch), 409, "BATCH_NOT_A_DRAFT");

    var shown = body(stranger("/api/batches/" + batch).expectStatus().isOk());
    assertThat(shown.at("/parts/0/pool").asString()).isEqualTo(POOL);
    assertThat(shown.get("name").asString()).isEqualTo("January");
    assertThat(shown.get("draw").asString()).isEqualTo("graduate-housing-" + batch);
    assertThat(body(stranger("/api/batches")).at("/items/0/id").asString()).isEqualTo(batch);
    assertThat(
            count(
                city.bookingDatabase(),
                "select capacity::bigint from draw where subject = '" + batch + "'"))
        .isEqualTo(5);
  }

  @Test
  void whatADrawHasNobodyBooksAtOnce() {
    booked(book("graduate-00101", 30, 32), 201);
    desk.open(drawn(39, 30, 35));
    assertReason(book("graduate-00102", 30, 32), 409, "CLOSED_FOR_NOW");
    assertReason(book("graduate-00102", 34, 36), 409, "CLOSED_FOR_NOW");
    await().atMost(Duration.ofSeconds(10)).until(() -> free(30, 32) == 0);
    assertThat(free(35, 37)).isEqualTo(40);
    booked(book("graduate-00102", 35, 37), 201);
  }

  @Test
  void whileASwarmBooksAReleaseHasAllItsRoomsOrIsRefused() {
    var batch = desk.drafted(drawn(20, 50, 52));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int person = 0; person < 60; person++) {
        var graduate = "graduate-%05d".formatted(20_001 + person);
        threads.submit(() -> book(graduate, 50, 51).expectBody().returnResult());
      }
      threads.submit(() -> desk.release(MANAGER, batch).expectBody().returnResult());
    }
    var released =
        count(
            city.bookingDatabase(),
            "select count(*) from batch where state = 'RELEASED' and batch = '" + batch + "'");
    var taken =
        count(
            city.inventoryDatabase(),
            "select count(*) from hold where state = 'FIRM' and period @> date '%s'"
                .formatted(today().plusDays(50)));
    assertThat(taken + 20 * released).isLessThanOrEqualTo(40);
    assertThat(closedOf(batch)).isEqualTo(released);
  }

  @Test
  void twoBatchesNeverHaveOneNight() {
    desk.open(drawn(5, 60, 65));
    var other = desk.drafted(drawn(5, 64, 66));
    assertReason(desk.release(MANAGER, other), 409, "CLOSED_BY_ANOTHER");
    assertThat(closedOf(other)).isZero();
    desk.open(drawn(5, 65, 66));
  }

  @Test
  void noMoreIsReleasedThanIsFreeAndARefusedReleaseOpensAgain() {
    booked(book("graduate-00103", 70, 72), 201);
    var batch = desk.drafted(drawn(40, 68, 75));
    assertReason(desk.release(MANAGER, batch), 409, "TOO_FEW_FREE");
    assertThat(closedOf(batch)).isZero();
    booked(book("graduate-00104", 70, 72), 201);
  }

  @Test
  void whatIsWrongWithADraftIsSaidAtOnce() {
    var draft = drawn(41, 20, 25);
    draft.remove("drawAt");
    draft.put("parts", List.of(part("ec-001.female-2-4", 1, 20, 25), part(POOL, 41, 9, 4)));
    var answer = body(desk.draft(draft).expectStatus().isEqualTo(422));
    assertThat(answer.at("/reasons").findValuesAsString("code"))
        .containsExactly("UNKNOWN_POOL", "PART_UNITS", "PERIOD_REVERSED", "SCHEDULE_MISSING");
    city.client("graduate-00001")
        .post()
        .uri("/api/operator/batches")
        .bodyValue(draft)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void aDraftIsThrownAwayAndAReleaseIsNot() {
    var batch = desk.drafted(drawn(5, 80, 85));
    abandon(batch).expectStatus().isOk();
    assertReason(desk.release(MANAGER, batch), 409, "BATCH_NOT_A_DRAFT");
    var released = desk.open(drawn(5, 80, 85));
    assertReason(abandon(released), 409, "BATCH_NOT_A_DRAFT");
  }

  @Test
  void whatIsLeftOverOpensAtAMomentNobodyCanGuess() {
    var draft = drawn(1, 90, 95);
    draft.put("parts", List.of(part(LAST_ROOM, 1, 90, 95)));
    draft.put("reserves", List.of());
    var batch = desk.open(draft);
    var closed = city.bean(ClosedPeriods.class);
    closed.openSometime(UUID.fromString(batch), Duration.ofHours(12)).block();
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from closed_period where batch = '"
                    + batch
                    + "' and open_from between now() and now() + interval '12 hours'"))
        .isEqualTo(1);
    assertReason(book("graduate-00105", LAST_ROOM, 90, 92), 409, "CLOSED_FOR_NOW");
    Statements.run(city.bookingDatabase(), "update closed_period set open_from = now()");
    var booking = body(book("graduate-00105", LAST_ROOM, 90, 92).expectStatus().isCreated());

    // What is given back later does not come back at that minute either.
    city.client("graduate-00105")
        .put()
        .uri("/api/bookings/{booking}/cancellation", booking.get("id").asString())
        .exchange()
        .expectStatus()
        .isOk();
    assertReason(book("graduate-00107", LAST_ROOM, 90, 92), 409, "CLOSED_FOR_NOW");
    assertReason(book("graduate-00107", LAST_ROOM, 91, 93), 409, "CLOSED_FOR_NOW");
    booked(book("graduate-00107", LAST_ROOM, 92, 94), 201);
  }

  @Test
  void aBatchWithoutAWindowIsBookedAtOnce() {
    var draft = drawn(3, 100, 105);
    draft.put("way", "INSTANT");
    draft.put("reserves", List.of());
    List.of("registerFrom", "urgentUntil", "registerUntil", "drawAt", "confirmUntil")
        .forEach(draft::remove);
    var batch = desk.drafted(draft);
    desk.release(MANAGER, batch).expectStatus().isOk();
    booked(book("graduate-00106", 100, 102), 201);
  }

  private static ResponseSpec as(String person, Map<String, Object> draft) {
    return city.client(person).post().uri("/api/operator/batches").bodyValue(draft).exchange();
  }

  private static ResponseSpec abandon(String batch) {
    return city.client(CLERK)
        .put()
        .uri("/api/operator/batches/{batch}/abandonment", batch)
        .exchange();
  }

  private static ResponseSpec stranger(String path) {
    return city.client().get().uri(path).exchange();
  }

  private static ResponseSpec book(String person, int from, int to) {
    return book(person, POOL, from, to);
  }

  private static ResponseSpec book(String person, String pool, int from, int to) {
    return city.client(person)
        .post()
        .uri("/api/bookings")
        .header("Idempotency-Key", key())
        .bodyValue(Desk.wish(pool, from, to))
        .exchange();
  }

  private static void booked(ResponseSpec answer, int status) {
    answer.expectStatus().isEqualTo(status);
  }

  static void assertReason(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo(code)
        .jsonPath("$.reasons[0].message")
        .isNotEmpty();
  }

  private static int free(int from, int to) {
    return body(city.client()
            .get()
            .uri(
                "/api/places/{pool}?from={from}&to={to}",
                POOL,
                today().plusDays(from),
                today().plusDays(to))
            .exchange())
        .get("free")
        .asInt();
  }

  private static long closedOf(String batch) {
    return count(
        city.bookingDatabase(), "select count(*) from closed_period where batch = '" + batch + "'");
  }
}
