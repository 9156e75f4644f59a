package city.huiwei.booking.draw;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.ballot.Bytes;
import city.huiwei.booking.ballot.PathStep;
import city.huiwei.booking.ballot.Ticket;
import city.huiwei.booking.ballot.TicketList;
import city.huiwei.booking.contract.DrawDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Draws over HTTP: what everyone sees, and what the operator's staff may do. */
@NullUnmarked
class DrawApiTest {

  private static final String DESK = "/api/operator/draws";
  private static final String CASEWORKER = "caseworker-op-home";
  private static final String MANAGER = "manager-op-home";

  private static TestCity city;
  private final String draw = SampleDraws.newId();

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.bean(Freezing.class).stop();
    SampleDraws.publishVector(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void aDrawIsAnnounced() {
    city.bean(Announcing.class).announce(SampleDraws.announcement(draw), "office").block();
    SampleDraws.vector().forEach(ticket -> city.bean(Tickets.class).enter(draw, ticket).block());
  }

  @Test
  void aPublishedDrawHasExactlyTheProtocolsShape() {
    var published = read(SampleDraws.VECTOR);
    assertThat(published.propertyNames())
        .containsExactly(
            "draw",
            "officeSeed",
            "commitment",
            "witnessDigits",
            "beaconValue",
            "count",
            "root",
            "key",
            "tickets");
    assertThat(published.get("draw").stringValue()).isEqualTo(SampleDraws.VECTOR);
    assertThat(published.get("officeSeed").stringValue()).isEqualTo(SampleDraws.SEED.hex());
    assertThat(published.get("witnessDigits").stringValue()).isEqualTo(SampleDraws.DIGITS);
    assertThat(published.get("beaconValue").stringValue()).isEqualTo(SampleDraws.BEACON.hex());
    assertThat(published.get("count").intValue()).isEqualTo(5);
    assertThat(published.get("tickets").get(0).propertyNames())
        .containsExactly("ticket", "category", "chances", "choicesHash", "number", "rank");
    assertThat(published.get("tickets").get(0).get("number").stringValue())
        .isEqualTo("0689a648434a2015193be9e765675411c41e08465ea704af3ff5881ae788ceb4");
  }

  @Test
  void whatIsPublishedIsKeptForGood() {
    city.client()
        .get()
        .uri("/api/draws/" + SampleDraws.VECTOR)
        .exchange()
        .expectHeader()
        .value("Cache-Control", it -> assertThat(it).contains("immutable", "public"));
  }

  @Test
  void eachFactIsPublicFromItsStepOn() {
    assertThat(read(draw).propertyNames()).containsExactly("draw", "commitment");
    SampleDraws.closed(city, draw);
    take(CASEWORKER, "FREEZE", Map.of()).expectStatus().isOk();
    assertThat(read(draw).propertyNames()).containsExactly("draw", "commitment", "count", "root");
    take(CASEWORKER, "WITNESS", Map.of("digits", "1 2 3")).expectStatus().isOk();
    take(CASEWORKER, "REVEAL", Map.of()).expectStatus().isOk();
    SampleDraws.due(city, draw);
    take(CASEWORKER, "LIGHT", Map.of()).expectStatus().isOk();
    take(CASEWORKER, "DRAW", Map.of()).expectStatus().isOk();
    assertThat(read(draw).has("tickets")).isFalse();
    assertThat(read(draw).has("key")).isFalse();
    take(CASEWORKER, "PUBLISH", Map.of()).expectStatus().isOk();
    assertThat(read(draw).get("tickets")).hasSize(5);
    assertThat(steps("/api/draws/" + draw + "/log"))
        .containsExactly("ANNOUNCE", "FREEZE", "WITNESS", "REVEAL", "LIGHT", "DRAW", "PUBLISH");
  }

  private List<String> steps(String log) {
    var steps = new ArrayList<String>();
    get(log).get("entries").forEach(entry -> steps.add(entry.get("step").stringValue()));
    return steps;
  }

  @Test
  void anyonesTicketLeadsToTheRoot() {
    for (var ticket : SampleDraws.vector()) {
      var way = get("/api/draws/" + SampleDraws.VECTOR + "/tickets/" + ticket.ticket());
      assertThat(includes(way, ticket, SampleDraws.VECTOR)).isTrue();
      assertThat(way.get("rank").intValue()).isBetween(1, 5);
    }
  }

  /** A list of several blocks: the tree is in parts, the root the same. */
  @Test
  void inALongListTooEachTicketLeadsToTheRoot() {
    var tickets =
        IntStream.range(0, 700)
            .mapToObj(n ->
                new Ticket(
                    SampleDraws.sha256(draw + n).substring(0, 32),
                    "general",
                    1,
                    SampleDraws.CHOICES))
            .toList();
    city.bookingDatabase()
        .sql(
            "insert into draw_ticket select :draw, unnest(:tickets::text[]), 'general', 1,"
                + " :choices")
        .bind("draw", draw)
        .bind("tickets", tickets.stream().map(Ticket::ticket).toArray(String[]::new))
        .bind("choices", SampleDraws.CHOICES)
        .then()
        .block();
    SampleDraws.closed(city, draw);
    take(CASEWORKER, "FREEZE", Map.of()).expectStatus().isOk();
    for (var n = 0; n < tickets.size(); n += 50) {
      var way = get("/api/draws/" + draw + "/tickets/" + tickets.get(n).ticket());
      assertThat(includes(way, tickets.get(n), draw)).isTrue();
    }
  }

  private static boolean includes(JsonNode way, Ticket ticket, String draw) {
    var path = new ArrayList<PathStep>();
    way.get("path")
        .forEach(step ->
            path.add(
                new PathStep(
                    PathStep.Side.valueOf(step.get("side").stringValue().toUpperCase(Locale.ROOT)),
                    Bytes.ofHex(step.get("hash").stringValue()))));
    assertThat(way.get("leaf").stringValue()).isEqualTo(ticket.leaf(draw).hex());
    var root = Bytes.ofHex(way.get("root").stringValue());
    return TicketList.includes(root, ticket.leaf(draw), path);
  }

  @Test
  void aTicketOfAnOpenListHasItsLeafAndNoWay() {
    var open = get("/api/draws/" + draw + "/tickets/" + SampleDraws.ticket(0).ticket());
    assertThat(open.get("leaf").stringValue()).isEqualTo(SampleDraws.ticket(0).leaf(draw).hex());
    assertThat(open.has("path")).isFalse();
  }

  @Test
  void whatIsNotThereIs404() {
    for (var path :
        List.of(
            "/api/draws/nothing",
            "/api/draws/nothing/log",
            "/api/draws/" + draw + "/tickets/" + "0".repeat(32))) {
      city.client().get().uri(path).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void aStepThatIsRefusedSaysWhyInBothLanguages() {
    take(CASEWORKER, "PUBLISH", Map.of())
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("/problems/draw-refused")
        .jsonPath("$.reasons[0].code")
        .isEqualTo("DRAW_OUT_OF_ORDER");
    SampleDraws.closed(city, draw);
    take(CASEWORKER, "FREEZE", Map.of());
    take(CASEWORKER, "WITNESS", Map.of("digits", "heads"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.reasons[0].field")
        .isEqualTo("digits");
  }

  @Test
  void anAbortIsPublicWithItsReason() {
    take(MANAGER, "ABORT", Map.of("reason", "停电")).expectStatus().isOk();
    var log = get("/api/draws/" + draw + "/log");
    assertThat(log.get("state").stringValue()).isEqualTo("ABORTED");
    assertThat(log.get("entries").get(1).get("reason").stringValue()).isEqualTo("停电");
    assertThat(log.toString()).doesNotContain("actor");
  }

  @Test
  void othersDrawsAre404AndNobodyElseMay() {
    take("manager-op-port", "ABORT", Map.of("reason", "x")).expectStatus().isNotFound();
    take("graduate-00001", "ABORT", Map.of("reason", "x")).expectStatus().isForbidden();
    city.client().get().uri(DESK).exchange().expectStatus().isUnauthorized();
    assertThat(get("/api/draws/" + draw + "/log").get("state").stringValue()).isEqualTo("OPEN");
  }

  @Test
  void aManagerAnnouncesADrawAndACaseworkerDoesNot() {
    var asked = newDraw(SampleDraws.newId());
    post(CASEWORKER, DESK, asked).expectStatus().isForbidden();
    post(MANAGER, DESK, asked)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.next")
        .isEqualTo("FREEZE");
    post(MANAGER, DESK, asked).expectStatus().isEqualTo(409);
    assertThat(get("/api/draws/" + asked.get("draw") + "/announcement").get("capacity").intValue())
        .isEqualTo(2);
  }

  private static Map<String, Object> newDraw(String id) {
    var closes = Instant.now().plus(Duration.ofHours(1));
    return Map.of(
        "draw",
        id,
        "kind",
        "BATCH",
        "subject",
        UUID.randomUUID(),
        "rulesVersion",
        "2026-12",
        "capacity",
        2,
        "reserves",
        List.of(Map.of("category", "first-time", "places", 1)),
        "reserveOrder",
        "MINIMUM_GUARANTEE",
        "closes",
        closes.toString(),
        "drawsAt",
        closes.plusSeconds(600).toString(),
        "round",
        "none");
  }

  @Test
  void aDrawThatWasBrokenOffIsReplacedOnceWithTheSameTickets() {
    var closes = Instant.now().plus(Duration.ofHours(1));
    var other = SampleDraws.newId();
    var replacement =
        Map.of(
            "draw",
            other,
            "closes",
            closes.toString(),
            "drawsAt",
            closes.plusSeconds(600).toString(),
            "round",
            "none");
    var path = DESK + "/" + draw + "/replacement";
    post(MANAGER, path, replacement).expectStatus().isEqualTo(409);
    take(MANAGER, "ABORT", Map.of("reason", "停电")).expectStatus().isOk();
    post(MANAGER, path, replacement)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.tickets")
        .isEqualTo(5)
        .jsonPath("$.replaces")
        .isEqualTo(draw);
    assertThat(read(other).get("commitment")).isNotEqualTo(read(draw).get("commitment"));
    var again = new HashMap<String, Object>(replacement);
    again.put("draw", SampleDraws.newId());
    post(MANAGER, path, again).expectStatus().isEqualTo(409);
  }

  @Test
  void theDrawsPageShowsItsStepsAndOnesOwnTicket() {
    var first = "7c1696c142c892af006091282434503b";
    assertThat(page("/draws/" + SampleDraws.VECTOR + "?ticket=" + first))
        .contains("1 of 5 tickets", "Published", "Check this draw in your own browser");
    assertThat(page("/draws/" + draw + "?ticket=" + "0".repeat(32)))
        .contains("This ticket is not in the list");
    assertThat(page("/draws/check?draw=" + draw)).contains("src=\"/draws/check.js\"", draw);
  }

  @Test
  void theCheckersFilesAreServedAsTheyAre() {
    for (var file : List.of("huiwei-draw.js", "check.js", "check.sh")) {
      city.client().get().uri("/draws/" + file).exchange().expectStatus().isOk();
    }
  }

  /** The contract's words and the service's are the same. */
  @Test
  void theContractHasTheSameNames() {
    assertThat(names(DrawDesk.State.values())).isEqualTo(names(DrawState.values()));
    assertThat(names(DrawDesk.Step.values())).isEqualTo(names(DrawStep.values()));
    assertThat(names(DrawDesk.Kind.values())).isEqualTo(names(Announcement.Kind.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static String page(String path) {
    return city.client()
        .get()
        .uri(path)
        .header("Accept", "text/html")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private ResponseSpec take(String person, String step, Map<String, String> turn) {
    return city.client(person)
        .put()
        .uri(DESK + "/" + draw + "/steps/" + step)
        .bodyValue(turn)
        .exchange();
  }

  private static ResponseSpec post(String person, String path, Object body) {
    return city.client(person).post().uri(path).bodyValue(body).exchange();
  }

  private static JsonNode read(String draw) {
    return get("/api/draws/" + draw);
  }

  private static JsonNode get(String path) {
    return city.client()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }
}
