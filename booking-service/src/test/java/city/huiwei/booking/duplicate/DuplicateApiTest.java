package city.huiwei.booking.duplicate;

import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What looks like one party's is shown to staff, and only they say what it is. */
@NullUnmarked
class DuplicateApiTest {

  private static final String STAFF = "caseworker-op-care";

  private static TestCity city;
  private static Families families;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-002", 1, 2, 4);
    families = new Families(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nobodyApplied() {
    city.forgetApplications();
  }

  @Test
  void theSamePersonTwiceIsShownOnceAndResolvedByAPerson() {
    var older = sent("family-00001", 1);
    var newer = sent("family-00002", 1);
    var pair = open(STAFF).get(0);
    assertThat(pair.get("likeness").asString()).isEqualTo("PARTY");
    assertThat(open(STAFF).size()).isOne();
    assertThat(pair.at("/older/application").asString()).isEqualTo(older);

    resolve(STAFF, older, newer, "SAME").expectStatus().isNoContent();
    assertThat(open(STAFF).size()).isZero();
    var ended = families.look("family-00002", newer);
    assertThat(ended.at("/application/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(ended.at("/decisions/0/reasons/0/code").asString()).isEqualTo("DUPLICATE_PERSON");
    assertThat(families.look("family-00001", older).at("/application/state").asString())
        .isEqualTo("SUBMITTED");
  }

  @Test
  void twoElderlyPeopleOfOneHouseholdBothStay() {
    var older = sent("family-00001", 1);
    var sister = elder(2);
    sister.put("elder.telephone", elder(1).get("elder.telephone"));
    var newer = sent("family-00001", sister);
    assertThat(open(STAFF).get(0).get("likeness").asString()).isEqualTo("HOUSEHOLD");
    resolve(STAFF, older, newer, "DIFFERENT").expectStatus().isNoContent();
    assertThat(open(STAFF).size()).isZero();
    assertThat(families.look("family-00001", newer).at("/application/state").asString())
        .isEqualTo("SUBMITTED");
  }

  @Test
  void strangersAreNotAlikeAndAnotherOperatorSeesNothing() {
    var older = sent("family-00001", 1);
    var newer = sent("family-00002", 2);
    assertThat(open(STAFF).size()).isZero();
    resolve(STAFF, older, newer, "SAME").expectStatus().isNotFound();
    sent("family-00003", 1);
    assertThat(open("caseworker-op-home").size()).isZero();
  }

  private static String sent(String person, int order) {
    return sent(person, elder(order));
  }

  private static String sent(String person, Map<String, List<String>> answers) {
    var draft = body(families.start(person, "elder-care", answers).expectStatus().isCreated());
    return body(families.submit(person, draft, false).expectStatus().isOk()).get("id").asString();
  }

  private static JsonNode open(String staff) {
    return body(city.client(staff)
            .get()
            .uri("/api/operator/duplicates")
            .exchange()
            .expectStatus()
            .isOk())
        .get("items");
  }

  private static ResponseSpec resolve(String staff, String older, String newer, String verdict) {
    return city.client(staff)
        .post()
        .uri("/api/operator/duplicates/verdicts")
        .bodyValue(Map.of("older", older, "newer", newer, "verdict", verdict, "note", "核对身份证"))
        .exchange();
  }
}
