package city.huiwei.booking.round;

import static city.huiwei.booking.application.Families.body;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What families and staff do with rounds, over the API. */
@NullUnmarked
final class Town {

  static final String MANAGER = "manager-op-tot";
  static final String CASEWORKER = "caseworker-op-tot";

  /** The day on which the places of its rounds begin. */
  static final LocalDate DAY = TestCity.today().plusDays(60);

  private final TestCity city;
  private final Families families;

  Town(TestCity city) {
    this.city = city;
    this.families = new Families(city);
  }

  /** A child of so many months on the first day, with papers in order. */
  String child(String family, int order, int months, String... circumstances) {
    var answers = Families.child(order, DAY.minusMonths(months).minusDays(3), circumstances);
    return families.queued(
        family, "childcare", answers, CASEWORKER, Families.family(circumstances));
  }

  String announce() {
    return body(announceWith(dates()).expectStatus().isOk()).get("id").asString();
  }

  ResponseSpec announceWith(Map<String, Object> dates) {
    return city.client(MANAGER)
        .post()
        .uri("/api/operator/rounds")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .bodyValue(dates)
        .exchange();
  }

  static Map<String, Object> dates() {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "startsOn", DAY.toString(),
        "opensAt", now.minusSeconds(60).toString(),
        "closesAt", now.plusSeconds(3_600).toString(),
        "drawsAt", now.plusSeconds(5_400).toString(),
        "answersUntil", now.plusSeconds(7_200).toString(),
        "fillAnswersUntil", now.plusSeconds(10_800).toString());
  }

  ResponseSpec enter(String family, String round, List<String> children, String... choices) {
    return enterRanked(family, round, children, ranked(choices));
  }

  /** {@code "a,b"} names a class for each of two children, {@code "a,-"} none for the second. */
  static List<List<String>> ranked(String... choices) {
    return Arrays.stream(choices)
        .map(choice ->
            Arrays.stream(choice.split(",", -1)).map(it -> it.equals("-") ? null : it).toList())
        .toList();
  }

  ResponseSpec enterRanked(
      String family, String round, List<String> children, List<List<String>> choices) {
    return enterUnder(UUID.randomUUID().toString(), family, round, children, choices);
  }

  ResponseSpec enterUnder(
      String key, String family, String round, List<String> children, List<List<String>> choices) {
    return city.client(family)
        .post()
        .uri("/api/rounds/{round}/entries", round)
        .header("Idempotency-Key", key)
        .bodyValue(Map.of("children", children, "choices", choices))
        .exchange();
  }

  ResponseSpec replace(
      String family, JsonNode entry, int version, List<String> children, String... choices) {
    return city.client(family)
        .put()
        .uri(
            "/api/rounds/{round}/entries/{entry}",
            entry.get("round").asString(),
            entry.get("id").asString())
        .bodyValue(Map.of("version", version, "children", children, "choices", ranked(choices)))
        .exchange();
  }

  ResponseSpec withdraw(String family, JsonNode entry) {
    return city.client(family)
        .put()
        .uri(
            "/api/rounds/{round}/entries/{entry}/withdrawal",
            entry.get("round").asString(),
            entry.get("id").asString())
        .exchange();
  }

  JsonNode entry(String family, JsonNode entry) {
    return body(
        city.client(family)
            .get()
            .uri(
                "/api/rounds/{round}/entries/{entry}",
                entry.get("round").asString(),
                entry.get("id").asString())
            .exchange()
            .expectStatus()
            .isOk());
  }

  /** The deadline is over. */
  void close(String round) {
    Statements.run(
        city.bookingDatabase(),
        "update childcare_round set closes_at = now() - interval '1 second' where round = '%s'"
            .formatted(round));
  }

  /** The time to answer is over. */
  void endAnswers(String round) {
    Statements.run(
        city.bookingDatabase(),
        """
        update childcare_round set closes_at = now() - interval '2 seconds',
          answers_until = now() - interval '1 second' where round = '%s'
        """
            .formatted(round));
  }

  ResponseSpec match(String staff, String round, int run) {
    return city.client(staff)
        .put()
        .uri("/api/operator/rounds/{round}/runs/{run}", round, run)
        .exchange();
  }

  ResponseSpec publish(String staff, String round, int run) {
    return city.client(staff)
        .put()
        .uri("/api/operator/rounds/{round}/runs/{run}/publication", round, run)
        .exchange();
  }

  JsonNode file(String round) {
    return body(
        city.client(CASEWORKER)
            .get()
            .uri("/api/operator/rounds/{round}", round)
            .exchange()
            .expectStatus()
            .isOk());
  }

  JsonNode seen(String round) {
    return body(
        city.client().get().uri("/api/rounds/{round}", round).exchange().expectStatus().isOk());
  }

  void declareAll() {
    city.client(MANAGER).put().uri("/api/operator/classes").exchange().expectStatus().isOk();
  }
}
