package city.huiwei.booking.assignment;

import static city.huiwei.booking.TestCity.LAST_ROOM;
import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.assignment.GivenBatch.FIRST;
import static city.huiwei.booking.assignment.GivenBatch.account;
import static city.huiwei.edge.testing.Statements.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.PageVisitor;
import city.huiwei.booking.TestCity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** From a published draw to booked rooms, and on to the next when somebody does not want one. */
@NullUnmarked
class AssignmentApiTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofHours(30);
  private static final String ANNE = "graduate-00001";
  private static final String BO = "graduate-00002";
  private static final String CHEN = "graduate-00003";

  private static TestCity city;

  @BeforeAll
  static void open() {
    city =
        TestCity.withRooms(
            2,
            "huiwei.assignment.pause=200ms",
            "huiwei.assignment.patience=1s",
            "huiwei.assignment.again=100ms",
            "huiwei.assignments.confirm-within=1s");
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @AfterEach
  void forget() {
    run(
        city.bookingDatabase(),
        "update batch set state = 'SETTLED', settled_at = now() where state = 'RELEASED'",
        "delete from assignment_cut_off",
        "delete from assignment_decision",
        "delete from assignment",
        "delete from assignment_run");
    city.forgetEverything();
    run(city.inventoryDatabase(), "update stock set version = version + 1");
  }

  @Test
  void whoWasDrawnFirstHasTheirDearestRoomAndBooksIt() {
    var batch =
        batch(LONG)
            .with(LAST_ROOM, 1)
            .drawn(ANNE, "general", 3, LAST_ROOM)
            .drawn(BO, "general", 3, LAST_ROOM)
            .published();
    var room = awaitRoom(ANNE, "OPEN");
    assertThat(room.get("pool").asString()).isEqualTo(LAST_ROOM);
    assertThat(room.get("rank").asInt()).isEqualTo(1);
    assertThat(room.get("wish").asInt()).isEqualTo(1);
    assertThat(room.get("batch").asString()).isEqualTo(batch.id.toString());

    var id = room.get("id").asString();
    assertThat(put(ANNE, id, "confirmation", 200).get("state").asString()).isEqualTo("BOOKED");
    var booking = get(ANNE, "/api/bookings/" + id, 200);
    assertThat(booking.get("status").asString()).isEqualTo("CONFIRMED");
    assertThat(booking.get("from").asString()).isEqualTo(FIRST.toString());
    assertThat(holds("FIRM")).isEqualTo(1);
    assertThat(spent(ANNE)).isEqualTo(3);

    var why = get(BO, "/api/batches/" + batch.id + "/decision", 200);
    assertThat(why.get("rank").asInt()).isEqualTo(2);
    assertThat(why.get("wishes").get(0).get("outcome").asString()).isEqualTo("BELOW_CUTOFF");
    assertThat(why.get("cutOffs").get(0).get("rank").asInt()).isEqualTo(1);
    assertThat(why.has("assignment")).isFalse();
    awaitSettled(batch);
    assertThat(outcomes(batch)).containsExactly("PLACED", "NOT_PLACED");
  }

  @Test
  void whatOneDeclinesGoesToTheNextInRank() {
    var batch =
        batch(LONG)
            .with(LAST_ROOM, 1)
            .drawn(ANNE, "general", 3, LAST_ROOM)
            .drawn(BO, "general", 3, LAST_ROOM)
            .published();
    var first = awaitRoom(ANNE, "OPEN").get("id").asString();
    assertThat(put(ANNE, first, "refusal", 200).get("state").asString()).isEqualTo("DECLINED");
    put(ANNE, first, "refusal", 200);
    assertThat(codes(put(ANNE, first, "confirmation", 409))).containsExactly("WRONG_STATE");
    var second = awaitRoom(BO, "OPEN").get("id").asString();
    put(BO, second, "confirmation", 200);
    awaitSettled(batch);
    assertThat(outcomes(batch)).containsExactly("DECLINED", "PLACED");
    assertThat(holds("FIRM")).isEqualTo(1);
    assertThat(holds("TIMED")).isZero();
  }

  @Test
  void whatNobodyConfirmsInTimeGoesToTheNextAndIsOverAtLast() {
    var batch =
        batch(Duration.ofSeconds(2))
            .with(LAST_ROOM, 1)
            .drawn(ANNE, "general", 3, LAST_ROOM)
            .drawn(BO, "general", 3, LAST_ROOM)
            .published();
    var first = awaitRoom(ANNE, "LAPSED").get("id").asString();
    assertThat(codes(put(ANNE, first, "confirmation", 409))).containsExactly("CONFIRMATION_LAPSED");
    awaitRoom(BO, "LAPSED");
    awaitSettled(batch);
    assertThat(outcomes(batch)).containsExactly("LAPSED", "LAPSED");
    assertThat(holds("TIMED")).isZero();
    assertThat(count(city.bookingDatabase(), "select count(*) from booking")).isZero();
  }

  @Test
  void confirmedTwentyTimesAtOnceItIsBookedOnce() {
    batch(LONG).with(LAST_ROOM, 1).drawn(ANNE, "general", 3, LAST_ROOM).published();
    var id = awaitRoom(ANNE, "OPEN").get("id").asString();
    var states =
        Flux.range(0, 20)
            .flatMap(
                _ ->
                    Flux.defer(() -> Flux.just(put(ANNE, id, "confirmation", 200)))
                        .subscribeOn(Schedulers.boundedElastic()),
                20)
            .map(answer -> answer.get("state").asString())
            .collectList()
            .block(SOON);
    assertThat(states).hasSize(20).allMatch("BOOKED"::equals);
    assertThat(spent(ANNE)).isEqualTo(3);
    assertThat(holds("FIRM")).isEqualTo(1);
  }

  @Test
  void whoHasSpentTheirNightsElsewhereIsToldSoAndTheRoomStaysTheirs() {
    batch(LONG).with(LAST_ROOM, 1).drawn(ANNE, "general", 3, LAST_ROOM).published();
    var id = awaitRoom(ANNE, "OPEN").get("id").asString();
    run(
        city.bookingDatabase(),
        """
        insert into entitlement (account, programme, granted, spent, stays)
        values ('%s', 'graduate-housing', 15, 14, datemultirange(daterange('%s', '%s')))
        """
            .formatted(account(ANNE), FIRST.plusDays(1), FIRST.plusDays(2)));
    assertThat(codes(put(ANNE, id, "confirmation", 409)))
        .containsExactly("NIGHTS_SPENT", "ALREADY_BOOKED");
    assertThat(get(ANNE, "/api/assignments/" + id, 200).get("state").asString()).isEqualTo("OPEN");
    run(city.bookingDatabase(), "delete from entitlement");
    put(ANNE, id, "confirmation", 200);
  }

  @Test
  void nobodySeesOrAnswersAnothersRoom() {
    var batch = batch(LONG).with(LAST_ROOM, 1).drawn(ANNE, "general", 3, LAST_ROOM).published();
    var id = awaitRoom(ANNE, "OPEN").get("id").asString();
    get(BO, "/api/assignments/" + id, 404);
    put(BO, id, "confirmation", 404);
    put(BO, id, "refusal", 404);
    get(BO, "/api/batches/" + batch.id + "/decision", 404);
    assertThat(get(BO, "/api/assignments", 200).get("items")).isEmpty();
    city.client().get().uri("/api/assignments").exchange().expectStatus().isUnauthorized();
  }

  /** The rooms of the batch are taken in inventory: its table says no, not ours. */
  @Test
  void whatInventoryDoesNotHaveGoesToTheNextWish() {
    run(
        city.inventoryDatabase(),
        """
        insert into hold (site, hold, pool, unit, unit_number, state, asked, period, block_reason)
        select site, gen_random_uuid(), pool, unit, number, 'FIRM', period, period, 'repair'
        from unit, daterange('%s', '%s') period where pool = '%s'
        """
            .formatted(FIRST, FIRST.plusDays(5), LAST_ROOM),
        "update stock set version = version + 1");
    batch(LONG)
        .with(LAST_ROOM, 1)
        .with(POOL, 1)
        .drawn(ANNE, "general", 3, LAST_ROOM, POOL)
        .drawn(BO, "general", 3, LAST_ROOM)
        .published();
    var room = awaitRoom(ANNE, "OPEN");
    assertThat(room.get("pool").asString()).isEqualTo(POOL);
    assertThat(room.get("wish").asInt()).isEqualTo(2);
    assertThat(get(BO, "/api/assignments", 200).get("items")).isEmpty();
  }

  @Test
  void aGroupHasTheRoomThatIsKeptForItAndTheOthersAreToldSo() {
    var batch =
        batch(LONG)
            .with(POOL, 2)
            .keeping("first-time", 1)
            .drawn(ANNE, "general", 3, POOL)
            .drawn(BO, "general", 3, POOL)
            .drawn(CHEN, "first-time", 3, POOL)
            .published();
    awaitRoom(ANNE, "OPEN");
    assertThat(awaitRoom(CHEN, "OPEN").get("reserved").asBoolean()).isTrue();
    var why = get(BO, "/api/batches/" + batch.id + "/decision", 200);
    assertThat(why.get("wishes").get(0).get("outcome").asString()).isEqualTo("RESERVE_ONLY");
  }

  /** As after a crash: the yes is written, inventory has not been told. */
  @Test
  void whatACrashLeftHalfWayIsDrivenOn() {
    batch(LONG).with(LAST_ROOM, 1).drawn(ANNE, "general", 3, LAST_ROOM).published();
    var id = awaitRoom(ANNE, "OPEN").get("id").asString();
    run(
        city.bookingDatabase(),
        """
        insert into entitlement (account, programme, granted, spent, stays)
        values ('%s', 'graduate-housing', 15, 3, datemultirange(daterange('%s', '%s')))
        """
            .formatted(account(ANNE), FIRST, FIRST.plusDays(3)),
        """
        insert into booking (booking, reference, account, idempotency_key, programme, pool, site,
          operator, asked, period, status, hold_due)
        select assignment, 'ABCDE', account, 'hold', programme, pool, site, operator, stay, stay,
          'REQUESTED', 'CONFIRM'
        from assignment where assignment = '%s'
        """
            .formatted(id),
        "update assignment set state = 'ACCEPTED', driven_at = now() where assignment = '%s'"
            .formatted(id));
    awaitRoom(ANNE, "BOOKED");
    assertThat(get(ANNE, "/api/bookings/" + id, 200).get("status").asString())
        .isEqualTo("CONFIRMED");
    assertThat(holds("FIRM")).isEqualTo(1);
    assertThat(spent(ANNE)).isEqualTo(3);
  }

  @Test
  void aDrawThatStandsForOneBrokenOffDecides() {
    var batch = batch(LONG).with(LAST_ROOM, 1).drawn(ANNE, "general", 3, LAST_ROOM);
    batch.replaced().published();
    awaitRoom(ANNE, "OPEN");
    var draw = get(ANNE, "/api/batches/" + batch.id, 200).get("draw").asString();
    assertThat(draw).isEqualTo(batch.id + "-2");
  }

  @Test
  void theResultIsAPageAndSoAreTheAnswersToIt() {
    var batch =
        batch(LONG)
            .with(LAST_ROOM, 1)
            .drawn(ANNE, "general", 3, LAST_ROOM)
            .drawn(BO, "general", 3, LAST_ROOM)
            .published();
    var id = awaitRoom(ANNE, "OPEN").get("id").asString();
    var here = "/batches/" + batch.id + "/result";
    var anne = new PageVisitor(city, ANNE);
    var answer = "/assignments/" + id;
    assertThat(anne.open("/batches/" + batch.id + "/mine")).contains(here);
    assertThat(anne.open(here))
        .contains("You have a room", "Confirm it by", answer)
        .doesNotContain("No place this time");
    assertThat(anne.open(answer + "/confirmation")).contains("spends 3 of your free nights");
    assertThat(anne.open(answer + "/refusal")).contains("cannot be had back");

    var bo = new PageVisitor(city, BO);
    assertThat(bo.open(here)).contains("No place this time", "All gone", "number 2");
    bo.open(answer + "/confirmation", 404);
    assertThat(new PageVisitor(city, CHEN).open(here)).contains("Nothing is given yet");

    assertThat(anne.sent(answer + "/refusal")).isEqualTo(here);
    assertThat(anne.open(here)).contains("You declined");
    assertThat(anne.led(answer + "/confirmation")).isEqualTo(here);
    assertThat(anne.refused(answer + "/confirmation", 409)).contains("You declined", "mistakes");

    var second = "/assignments/" + awaitRoom(BO, "OPEN").get("id").asString();
    assertThat(bo.sent(second + "/confirmation")).isEqualTo(here);
    assertThat(bo.open(here)).contains("the room is yours", "See the booking");
  }

  private static GivenBatch batch(Duration toConfirm) {
    return new GivenBatch(city, toConfirm);
  }

  private static JsonNode awaitRoom(String person, String state) {
    return await()
        .atMost(SOON)
        .until(
            () -> {
              var rooms = get(person, "/api/assignments", 200).get("items");
              return rooms.isEmpty() ? null : rooms.get(0);
            },
            room -> room != null && room.get("state").asString().equals(state));
  }

  private static void awaitSettled(GivenBatch batch) {
    await()
        .atMost(SOON)
        .until(() ->
            count(
                    city.bookingDatabase(),
                    "select count(*) from batch where state = 'SETTLED' and batch = '%s'"
                        .formatted(batch.id))
                == 1);
  }

  private static List<String> outcomes(GivenBatch batch) {
    return city.bookingDatabase()
        .sql(
            "select outcome from batch_entry where batch = '%s' order by ticket"
                .formatted(batch.id))
        .mapValue(String.class)
        .all()
        .collectList()
        .block();
  }

  private static JsonNode get(String person, String path, int status) {
    return city.client(person)
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  private static JsonNode put(String person, String id, String answer, int status) {
    return city.client(person)
        .put()
        .uri("/api/assignments/{id}/{answer}", UUID.fromString(id), answer)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  private static List<String> codes(JsonNode problem) {
    var codes = new ArrayList<String>();
    problem.get("reasons").forEach(reason -> codes.add(reason.get("code").asString()));
    return codes;
  }

  private static long holds(String state) {
    return count(
        city.inventoryDatabase(),
        "select count(*) from hold where block_reason is null and state = '%s'".formatted(state));
  }

  private static long spent(String person) {
    return count(
        city.bookingDatabase(),
        "select coalesce(sum(spent), 0) from entitlement where account = '%s'"
            .formatted(account(person)));
  }
}
