package city.huiwei.booking.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.huiwei.booking.TestCity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Staff see what the order of reserves does before a rule is signed. */
@NullUnmarked
class ReserveTrialApiTest {

  private static final String STAFF = "manager-op-home";
  private static final String PUBLISHED =
      """
      {"capacity": 100, "groups": [{"category": "first-time", "applicants": 200, "reserved": 30}],
       "others": 800, "rounds": 1000, "seed": 1}
      """;

  private static TestCity city;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void thePublishedTableComesOutOfIt() {
    var trial = attempt(PUBLISHED, 200);
    assertThat(trial.get("outcomes")).hasSize(3);
    assertThat(means(trial)).isEqualTo("MINIMUM_GUARANTEE 30.0, OPEN_FIRST 43.9, DRAWN_AGAIN 42.3");
    for (var outcome : trial.get("outcomes")) {
      var shares = outcome.get("shares");
      assertThat(shares).hasSize(2);
      assertThat(shares.get(0).get("mean").asDouble() + shares.get(1).get("mean").asDouble())
          .isCloseTo(100, within(1e-6));
      assertThat(shares.get(0).get("low").asInt())
          .isLessThanOrEqualTo(shares.get(0).get("high").asInt());
      assertThat(shares.get(1).has("category")).isFalse();
    }
  }

  @Test
  void oneOrderAloneIsTriedToo() {
    var trial =
        attempt(PUBLISHED.replace("\"seed\": 1", "\"seed\": 1, \"orders\": [\"OPEN_FIRST\"]"), 200);
    assertThat(means(trial)).isEqualTo("OPEN_FIRST 43.9");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    var problem =
        attempt(
            """
            {"capacity": 0, "groups": [{"category": "First", "applicants": -1},
              {"category": "x", "applicants": 1, "reserved": 1},
              {"category": "x", "applicants": 1, "reserved": 1}, null],
             "rounds": 10001, "orders": ["LAST_FIRST"]}
            """,
            422);
    assertThat(reasons(problem))
        .containsExactlyInAnyOrder(
            "NUMBER_OUT_OF_RANGE capacity",
            "VALUE_MISSING others",
            "NUMBER_OUT_OF_RANGE rounds",
            "VALUE_MISSING seed",
            "GROUP_NAME_UNREADABLE groups[0].category",
            "NUMBER_OUT_OF_RANGE groups[0].applicants",
            "VALUE_MISSING groups[0].reserved",
            "GROUP_NAMED_TWICE groups[2].category",
            "VALUE_MISSING groups[3]",
            "RESERVE_ORDER_UNKNOWN orders");
  }

  @Test
  void whatWouldTakeTooLongIsNotBegun() {
    var large = PUBLISHED.replace("\"others\": 800", "\"others\": 90000");
    assertThat(reasons(attempt(large, 422))).containsExactly("RESERVE_TRIAL_TOO_LARGE rounds");
  }

  @Test
  void moreThanThereIsCannotBeReserved() {
    var more = PUBLISHED.replace("\"reserved\": 30", "\"reserved\": 101");
    assertThat(reasons(attempt(more, 422))).containsExactly("RESERVES_EXCEED_PLACES groups");
  }

  @ParameterizedTest
  @CsvSource({"[], 400", "{\"capacity\": \"many\"}, 400", "{, 400", "{}, 422"})
  void whatCannotBeReadIsRefused(String body, int status) {
    attempt(body, status);
  }

  @ParameterizedTest
  @CsvSource({"graduate-00001, 403", "monitor, 403", "caseworker-op-home, 200"})
  void itIsForStaff(String person, int status) {
    city.client(person)
        .post()
        .uri("/api/operator/reserves/trials")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(PUBLISHED)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private static JsonNode attempt(String body, int status) {
    return city.client(STAFF)
        .post()
        .uri("/api/operator/reserves/trials")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody(JsonNode.class)
        .returnResult()
        .getResponseBody();
  }

  private static String means(JsonNode trial) {
    var means = new ArrayList<String>();
    for (var outcome : trial.get("outcomes")) {
      var mean = outcome.get("shares").get(0).get("mean").asDouble();
      means.add(outcome.get("order").asString() + " %.1f".formatted(mean));
    }
    return String.join(", ", means);
  }

  private static List<String> reasons(JsonNode problem) {
    var reasons = new ArrayList<String>();
    for (var reason : problem.get("reasons")) {
      reasons.add(reason.get("code").asString() + " " + reason.get("field").asString());
    }
    return reasons;
  }
}
