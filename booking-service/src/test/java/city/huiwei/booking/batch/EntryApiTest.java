package city.huiwei.booking.batch;

import static city.huiwei.booking.TestCity.LAST_ROOM;
import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.batch.Desk.CLERK;
import static city.huiwei.booking.batch.Desk.drawn;
import static city.huiwei.booking.batch.Desk.key;
import static city.huiwei.booking.batch.Desk.part;
import static city.huiwei.booking.batch.Desk.wish;
import static city.huiwei.booking.batch.ReleaseApiTest.assertReason;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Registering in the window: once, with a list, a ticket and a receipt, or no with all reasons. */
@NullUnmarked
class EntryApiTest {

  private static final Object STUDIO = wish(POOL, 31, 34);
  private static final Object FLAT = wish(LAST_ROOM, 30, 33);

  private static TestCity city;
  private static Desk desk;
  private static String batch;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(40);
    desk = new Desk(city);
    var draft = drawn(20, 30, 45);
    draft.put("parts", List.of(part(POOL, 20, 30, 45), part(LAST_ROOM, 1, 30, 45)));
    batch = desk.open(draft);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void whoRegistersHasAReceiptWhoseLeafEverybodyCanCompute() {
    var receipt = entered("graduate-00001", key(), STUDIO, FLAT);
    var ticket =
        new Ticket(
            receipt.get("ticket").asString(),
            receipt.get("category").asString(),
            receipt.get("chances").asInt(),
            receipt.get("choicesHash").asString());
    assertThat(ticket.flaws()).isEmpty();
    assertThat(ticket.category()).isEqualTo("first-time");
    assertThat(ticket.chances()).isEqualTo(1);
    assertThat(ticket.leaf(receipt.get("draw").asString()).hex())
        .isEqualTo(receipt.get("leaf").asString());
    assertThat(Bytes.ofText(receipt.get("choices").asString()).sha256().hex())
        .isEqualTo(ticket.choicesHash());
    assertThat(body(desk.mine("graduate-00001", batch))).isEqualTo(receipt);
    assertThat(inTheDraw(receipt)).isEqualTo(1);
  }

  @Test
  void oneIntentIsOneEntryAndASecondIsRefused() {
    var key = key();
    var receipt = entered("graduate-00002", key, STUDIO);
    assertThat(entered("graduate-00002", key, STUDIO)).isEqualTo(receipt);
    assertReason(desk.enter("graduate-00002", batch, key, FLAT), 422, "KEY_REUSED");
    assertReason(desk.enter("graduate-00002", batch, key(), STUDIO), 409, "ALREADY_ENTERED");
    city.client("graduate-00002")
        .post()
        .uri("/api/batches/{batch}/entries", batch)
        .bodyValue(Map.of("wishes", List.of(STUDIO)))
        .exchange()
        .expectStatus()
        .isEqualTo(428);
  }

  @Test
  void ofTwentyAtOnceExactlyOneIsWrittenAndInTheDraw() {
    var statuses =
        atOnce(
            20,
            () ->
                desk.enter("graduate-00003", batch, key(), STUDIO)
                    .returnResult(String.class)
                    .getStatus()
                    .value());
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(statuses.stream().filter(status -> status == 409)).hasSize(19);
    assertThat(entries("graduate-00003")).isEqualTo(1);
    var same = key();
    var receipts = atOnce(20, () -> entered("graduate-00004", same, STUDIO));
    assertThat(receipts.stream().distinct()).hasSize(1);
    assertThat(entries("graduate-00004")).isEqualTo(1);
  }

  @Test
  void theListIsReplacedAndTheTicketStays() {
    var before = entered("graduate-00005", key(), STUDIO, FLAT);
    var id = before.get("id").asString();
    var after = body(desk.put("graduate-00005", batch, id, "wishes", FLAT, STUDIO));
    assertThat(after.get("ticket")).isEqualTo(before.get("ticket"));
    assertThat(after.get("choicesHash")).isNotEqualTo(before.get("choicesHash"));
    assertThat(after.at("/wishes/0/pool").asString()).isEqualTo(LAST_ROOM);
    assertThat(inTheDraw(after)).isEqualTo(1);
    assertReason(
        desk.put("graduate-00005", batch, id, "wishes", STUDIO, STUDIO), 422, "WISH_TWICE");
    assertThat(body(desk.mine("graduate-00005", batch))).isEqualTo(after);
  }

  @Test
  void whoWithdrawsIsOutOfTheDrawAndMayRegisterAnew() {
    var receipt = entered("graduate-00006", key(), STUDIO);
    var id = receipt.get("id").asString();
    for (var _ : List.of(1, 2)) {
      var withdrawn = body(desk.put("graduate-00006", batch, id, "withdrawal"));
      assertThat(withdrawn.get("state").asString()).isEqualTo("WITHDRAWN");
    }
    assertThat(inTheDraw(receipt)).isZero();
    desk.mine("graduate-00006", batch).expectStatus().isNotFound();
    assertThat(entered("graduate-00006", key(), STUDIO).get("ticket"))
        .isNotEqualTo(receipt.get("ticket"));
  }

  @Test
  void anothersEntryIsNotThere() {
    var id = entered("graduate-00007", key(), STUDIO).get("id").asString();
    desk.put("graduate-00008", batch, id, "wishes", FLAT).expectStatus().isNotFound();
    desk.put("graduate-00008", batch, id, "withdrawal").expectStatus().isNotFound();
    desk.mine("graduate-00008", batch).expectStatus().isNotFound();
    city.client()
        .get()
        .uri("/api/batches/{batch}/entries/mine", batch)
        .exchange()
        .expectStatus()
        .isUnauthorized();
    assertThat(body(desk.mine("graduate-00007", batch)).at("/wishes/0/pool").asString())
        .isEqualTo(POOL);
  }

  @Test
  void allReasonsAreSaidAtOnceAndNothingIsWritten() {
    var answer =
        body(
            desk.send(
                    "graduate-00100",
                    batch,
                    key(),
                    Map.of(
                        "wishes",
                        List.of(wish("nowhere", 31, 33), STUDIO, STUDIO, wish(LAST_ROOM, 20, 22)),
                        "invitation",
                        "WRONG-CODES"))
                .expectStatus()
                .isEqualTo(422));
    assertThat(answer.at("/reasons").findValuesAsString("code"))
        .containsExactlyInAnyOrder(
            "WISH_NOT_IN_BATCH",
            "GRADUATION_NOT_VERIFIED",
            "WISH_TWICE",
            "WISH_OUTSIDE_DATES",
            "INVITATION_UNKNOWN");
    assertThat(entries("graduate-00100")).isZero();
  }

  @Test
  void beforeAndAfterTheWindowNobodyRegisters() {
    var early = desk.drafted(drawn(3, 50, 55));
    desk.release(Desk.MANAGER, early).expectStatus().isOk();
    assertReason(
        desk.enter("graduate-00009", early, key(), wish(POOL, 50, 52)),
        422,
        "REGISTRATION_NOT_OPEN");
    var late = desk.open(drawn(3, 56, 60));
    var id = body(desk.enter("graduate-00009", late, key(), wish(POOL, 56, 58))).get("id");
    desk.shut(late);
    assertReason(
        desk.enter("graduate-00010", late, key(), wish(POOL, 56, 58)), 422, "REGISTRATION_OVER");
    assertReason(
        desk.put("graduate-00009", late, id.asString(), "wishes", wish(POOL, 57, 58)),
        422,
        "REGISTRATION_OVER");
    assertReason(
        desk.put("graduate-00009", late, id.asString(), "withdrawal"), 422, "REGISTRATION_OVER");
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from batch_entry where batch in ('"
                    + early
                    + "', '"
                    + late
                    + "')"))
        .isEqualTo(1);
    desk.enter("graduate-00010", "00000000-0000-0000-0000-000000000000", key(), STUDIO)
        .expectStatus()
        .isNotFound();
  }

  @Test
  void whatWasSpentIsNotThereTwice() {
    spend("graduate-00011", 13);
    var long3 = new HashMap<>(wish(POOL, 35, 38));
    assertReason(desk.enter("graduate-00011", batch, key(), long3), 422, "NIGHTS_SPENT");
    long3.put("leastNights", 2);
    var receipt = entered("graduate-00011", key(), long3);
    // Nights were had: nobody is here for the first time.
    assertThat(receipt.get("category").asString()).isNotEqualTo("first-time");
  }

  @Test
  void batchesLostAreChancesAndAPlaceBeginsThemAnew() {
    assertThat(entered("graduate-00012", key(), STUDIO).get("chances").asInt()).isEqualTo(1);
    Statements.run(
        city.bookingDatabase(),
        """
        insert into batch select ('00000000-0000-0000-0000-00000000000' || n)::uuid, programme, operator,
          name_zh, name_en, way, state, reserve_order, rules_version, register_from, urgent_until,
          register_until, draw_at, confirm_until, drafted_by, drafted_at, released_by,
          released_at, settled_at
        from batch, generate_series(1, 4) n where batch = '%s'
        """
            .formatted(batch));
    for (int lost = 1; lost <= 4; lost++) {
      outcome("graduate-00013", lost, lost == 3 ? "PLACED" : "NOT_PLACED");
    }
    // Lost, lost, placed, lost: one is left of them.
    assertThat(entered("graduate-00013", key(), STUDIO).get("chances").asInt()).isEqualTo(2);
  }

  @Test
  void aPersonDecidesWhetherItIsUrgent() {
    var request = Map.of("wishes", List.of(STUDIO), "urgency", "My flat burnt down.");
    var receipt = body(desk.send("graduate-00014", batch, key(), request));
    assertThat(receipt.get("urgent").asString()).isEqualTo("WAITING");
    assertThat(receipt.get("category").asString()).isNotEqualTo("urgent");
    var desks = city.client(CLERK);
    var claim =
        body(desks.get().uri("/api/operator/batches/{batch}/urgencies", batch).exchange())
            .at("/items/0");
    assertThat(claim.get("asked").asString()).isEqualTo("My flat burnt down.");
    var verdict = Map.of("granted", true, "reason", "The fire brigade says so.");
    var path = "/api/operator/batches/{batch}/urgencies/{entry}";
    desks
        .put()
        .uri(path, batch, receipt.get("id").asString())
        .bodyValue(Map.of("granted", true, "reason", " "))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    city.client("caseworker-op-port")
        .put()
        .uri(path, batch, receipt.get("id").asString())
        .bodyValue(verdict)
        .exchange()
        .expectStatus()
        .isNotFound();
    desks
        .put()
        .uri(path, batch, receipt.get("id").asString())
        .bodyValue(verdict)
        .exchange()
        .expectStatus()
        .isOk();
    desks
        .put()
        .uri(path, batch, receipt.get("id").asString())
        .bodyValue(verdict)
        .exchange()
        .expectStatus()
        .isEqualTo(409);
    var granted = body(desk.mine("graduate-00014", batch));
    assertThat(granted.get("urgent").asString()).isEqualTo("GRANTED");
    assertThat(granted.get("category").asString()).isEqualTo("urgent");
    assertThat(inTheDraw(granted)).isEqualTo(1);
    // What was asked is nowhere in the open.
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from batch_urgency where encode(asked, 'escape') like '%burnt%'"))
        .isZero();
  }

  @Test
  void anEnterprisesPeopleStandInItsOwnListAndAreNotDrawn() {
    var draft = drawn(10, 65, 70);
    draft.put(
        "allotments",
        List.of(Map.of("name", "Sample Works", "pool", POOL, "units", 3, "places", 4)));
    var drafted = body(desk.draft(draft).expectStatus().isOk());
    var codes = drafted.at("/lists/0/codes");
    assertThat(codes.size()).isEqualTo(4);
    var own = drafted.at("/file/batch/id").asString();
    desk.release(Desk.MANAGER, own).expectStatus().isOk();
    Statements.run(
        city.bookingDatabase(),
        "update batch set register_from = now() - interval '1 minute' where batch = '" + own + "'");
    var request =
        Map.of("wishes", List.of(wish(POOL, 65, 68)), "invitation", codes.get(2).asString());
    var receipt = body(desk.send("graduate-00015", own, key(), request).expectStatus().isCreated());
    assertThat(receipt.at("/invitation/place").asInt()).isEqualTo(3);
    assertThat(receipt.has("leaf")).isFalse();
    assertReason(desk.send("graduate-00016", own, key(), request), 409, "INVITATION_USED");
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from draw_ticket where draw = 'graduate-housing-" + own + "'"))
        .isZero();
  }

  private static JsonNode entered(String person, String key, Object... wishes) {
    return body(desk.enter(person, batch, key, wishes).expectStatus().isCreated());
  }

  private static long inTheDraw(JsonNode receipt) {
    return count(
        city.bookingDatabase(),
        "select count(*) from draw_ticket where draw = '%s' and ticket = '%s' and category = '%s' and choices_hash = '%s'"
            .formatted(
                receipt.get("draw").asString(),
                receipt.get("ticket").asString(),
                receipt.get("category").asString(),
                receipt.get("choicesHash").asString()));
  }

  private static long entries(String person) {
    return count(
        city.bookingDatabase(),
        "select count(*) from batch_entry where state = 'ENTERED' and batch = '%s' and account = '%s'"
            .formatted(batch, account(person)));
  }

  private static void spend(String person, int nights) {
    Statements.run(
        city.bookingDatabase(),
        """
        insert into entitlement (account, programme, granted, spent, stays)
        values ('%s', 'graduate-housing', 15, %d,
          datemultirange(daterange(current_date - 40, current_date - 40 + %d)))
        """
            .formatted(account(person), nights, nights));
  }

  private static void outcome(String person, int other, String outcome) {
    Statements.run(
        city.bookingDatabase(),
        """
        insert into batch_entry (entry, reference, batch, account, idempotency_key, ticket, category,
          chances, choices_hash, request_hash, outcome, entered_at)
        values (gen_random_uuid(), 'lost-%1$d', '00000000-0000-0000-0000-00000000000%1$d', '%2$s',
          'lost-%1$d', 'lost-%1$d', 'general', 1, '', '', '%3$s', now() - interval '%4$d days')
        """
            .formatted(other, account(person), outcome, 9 - other));
  }

  private static String account(String person) {
    return Account.of(new SignedIn(TestCity.issuer(), person, Set.of(), null, null, null, null))
        .toString();
  }

  private static <T> List<T> atOnce(int times, Callable<T> deed) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, times).mapToObj(_ -> threads.submit(deed)).toList().stream()
          .map(EntryApiTest::result)
          .toList();
    }
  }

  private static <T> T result(Future<T> answer) {
    try {
      return answer.get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
