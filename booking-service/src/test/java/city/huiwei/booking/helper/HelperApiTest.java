package city.huiwei.booking.helper;

import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Somebody acts for another as long as that one wants. */
@NullUnmarked
class HelperApiTest {

  private static final String OWNER = "family-00001";
  private static final String HELPER = "family-00002";

  private static TestCity city;
  private static Families families;
  private String application;

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
  void somebodyWritesAnApplication() {
    city.forgetApplications();
    application =
        body(families.start(OWNER, "elder-care", elder(1)).expectStatus().isCreated())
            .get("id")
            .asString();
  }

  @Test
  void withTheCodeSomebodyActsForAnotherUntilThatIsTakenBack() {
    look(HELPER).expectStatus().isNotFound();
    var code = code();
    assertThat(body(help(HELPER, code).expectStatus().isOk()).get("application").asString())
        .isEqualTo(application);
    look(HELPER).expectStatus().isOk();

    end(OWNER).expectStatus().isNoContent();
    look(HELPER).expectStatus().isNotFound();
    look(OWNER).expectStatus().isOk();
  }

  @Test
  void aCodeIsGoodOnceAndForADay() {
    var code = code();
    help(HELPER, code).expectStatus().isOk();
    help("family-00003", code).expectStatus().isNotFound();

    var late = code();
    Statements.run(
        city.bookingDatabase(), "update help_code set until = now() - interval '1 second'");
    help("family-00003", late).expectStatus().isNotFound();
    help("family-00003", "22222-22222").expectStatus().isNotFound();
  }

  @Test
  void aHelperLetsNobodyElseHelpAndStrangersCannotInvite() {
    help(HELPER, code()).expectStatus().isOk();
    invite(HELPER).expectStatus().isNotFound();
    invite("family-00003").expectStatus().isNotFound();
    end("family-00003").expectStatus().isNotFound();
  }

  private String code() {
    return body(invite(OWNER).expectStatus().isOk()).get("code").asString();
  }

  private ResponseSpec invite(String person) {
    return city.client(person).post().uri("/api/applications/{id}/helper", application).exchange();
  }

  private ResponseSpec end(String person) {
    return city.client(person)
        .delete()
        .uri("/api/applications/{id}/helper", application)
        .exchange();
  }

  private ResponseSpec look(String person) {
    return city.client(person).get().uri("/api/applications/{id}", application).exchange();
  }

  private static ResponseSpec help(String person, String code) {
    return city.client(person)
        .post()
        .uri("/api/helpers")
        .bodyValue(Map.of("code", code))
        .exchange();
  }
}
