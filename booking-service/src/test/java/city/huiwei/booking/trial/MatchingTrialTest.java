package city.huiwei.booking.trial;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Markets that staff try over HTTP. */
@NullUnmarked
class MatchingTrialTest {

  private static final String STAFF = "manager-op-care";

  /** One seat each, a pair of sisters who would share, and a reserve. */
  private static final String MARKET =
      """
      {"places":[{"id":"c1","capacity":1,"reserves":[{"category":"low-income","places":1}]},
                 {"id":"c2","capacity":2}],
       "families":[
         {"id":"f1","number":"0689","category":"general",
          "children":[{"id":"k1","priority":{"c1":12,"c2":3},"seat":null}],"choices":[["c1"],["c2"]]},
         {"id":"f2","number":"3020","category":"low-income",
          "children":[{"id":"k2","priority":{"c1":40}}],"choices":[["c1"]]},
         {"id":"f3","number":"46","category":"general",
          "children":[{"id":"k3","priority":{"c2":1}},{"id":"k4","priority":{"c2":9}}],
          "choices":[["c2","c2"],["c2",null]]}]}
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

  private static ResponseSpec tried(String person, String market) {
    return city.client(person)
        .post()
        .uri("/api/operator/matching/trials")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(market)
        .exchange();
  }

  @Test
  void aMarketIsMatchedAndSaysWhy() {
    tried(STAFF, MARKET)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.placed[?(@.child=='k2')].place")
        .isEqualTo("c1")
        .jsonPath("$.placed[?(@.child=='k1')].place")
        .isEqualTo("c2")
        .jsonPath("$.placed[?(@.child=='k3')].place")
        .isEqualTo("c2")
        .jsonPath("$.unplaced")
        .isEqualTo("k4")
        .jsonPath("$.blockingCoalitions.length()")
        .isEqualTo(0)
        .jsonPath("$.cutOffs[?(@.place=='c1'&&@.category=='low-income')].number")
        .isEqualTo("3020")
        .jsonPath("$.cutOffs[?(@.place=='c2'&&@.category=='general')].priority")
        .isEqualTo(3)
        .jsonPath("$.rounds")
        .isNumber()
        .jsonPath("$.millis")
        .isNumber();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"capacity\":1,   | \"capacity\":-1,      | CAPACITY_NEGATIVE",
        "\"capacity\":1,   | \"capacity\":1.5,     | NOT_A_WHOLE_NUMBER",
        "\"places\":1      | \"places\":2          | RESERVES_OVER_CAPACITY",
        "\"id\":\"c2\"     | \"id\":\"c1\"         | ID_TWICE",
        "\"number\":\"46\" | \"number\":\"xyz\"    | NUMBER_NOT_HEX",
        "\"number\":\"46\" | \"nummer\":\"46\"     | UNKNOWN_FIELD",
        "\"number\":\"46\" | \"number\":null       | VALUE_MISSING",
        "[\"c2\",\"c2\"]   | [\"c2\"]              | CHOICE_LENGTH",
        "[\"c2\",\"c2\"]   | [\"c2\",\"c9\"]       | PLACE_UNKNOWN",
        "[\"c2\",\"c2\"]   | [\"c2\",null]         | CHOICE_TWICE",
        "[[\"c1\"],[\"c2\"]] | {}                  | NOT_A_LIST",
        "{\"c2\":1}        | 7                     | NOT_AN_OBJECT",
        "{\"c2\":1}        | {\"c2\":2000000000}   | PRIORITY_TOO_LARGE",
        "\"seat\":null     | \"seat\":\"c9\"       | PLACE_UNKNOWN",
        "\"capacity\":1,   | \"capacity\":0,       | RESERVES_OVER_CAPACITY"
      })
  void whatIsWrongIsToldWithItsPath(String right, String wrong, String code) {
    assertThat(MARKET).contains(right);
    tried(STAFF, MARKET.replace(right, wrong))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.reasons[?(@.code=='" + code + "')].field")
        .isNotEmpty()
        .jsonPath("$.reasons[0].message")
        .isNotEmpty();
  }

  @Test
  void moreSeatsThanPlacesAreRefused() {
    tried(
            STAFF,
            MARKET
                .replace("{\"c1\":40}}", "{\"c1\":40},\"seat\":\"c1\"}")
                .replace("\"seat\":null", "\"seat\":\"c1\""))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("SEATS_OVER_CAPACITY");
  }

  @Test
  void whatIsNoMarketAtAllIsRefused() {
    tried(STAFF, "").expectStatus().isBadRequest();
    tried(STAFF, "{\"places\":[").expectStatus().isBadRequest();
    tried(STAFF, "[]").expectStatus().isEqualTo(422);
    tried(STAFF, MARKET + "x").expectStatus().isBadRequest();
    tried(STAFF, "{\"places\":[" + " ".repeat(4 << 20) + "]}").expectStatus().isEqualTo(413);
  }

  @Test
  void onlyStaffMayTry() {
    tried("family-00001", MARKET).expectStatus().isForbidden();
    tried("monitor", MARKET).expectStatus().isOk();
  }
}
