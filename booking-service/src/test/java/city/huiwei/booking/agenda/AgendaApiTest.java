package city.huiwei.booking.agenda;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** One's own stays and deadlines as a calendar, and nobody else's. */
@NullUnmarked
class AgendaApiTest {

  private static final String FAMILY = "family-00001";
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

  @Test
  void aBookingIsInOnesCalendarUntilItIsGivenUp() {
    var request = Map.of("pool", POOL, "from", today().plusDays(3), "to", today().plusDays(5));
    var booking =
        body(city.client("graduate-00001")
                .post()
                .uri("/api/bookings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isCreated())
            .get("id")
            .asString();
    var path = "/api/bookings/" + booking + "/calendar.ics";
    assertThat(calendar("graduate-00001", path))
        .contains("UID:" + booking, "STATUS:CONFIRMED", "LOCATION:Yunqi")
        .contains("DTSTART;VALUE=DATE:" + today().plusDays(3).format(BASIC_ISO_DATE))
        .contains("DTEND;VALUE=DATE:" + today().plusDays(5).format(BASIC_ISO_DATE));
    city.client("graduate-00002").get().uri(path).exchange().expectStatus().isNotFound();
    city.client().get().uri(path).exchange().expectStatus().isUnauthorized();
    city.client("graduate-00001")
        .put()
        .uri("/api/bookings/{id}/cancellation", booking)
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(calendar("graduate-00001", path)).contains("STATUS:CANCELLED");
  }

  @Test
  void anOffersDeadlineAndThenTheDaysOfThePlaceAreInOnesCalendar() {
    var application = families.queued(FAMILY, "elder-care", elder(1), STAFF, findings(3));
    var path = "/api/applications/" + application + "/calendar.ics";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> calendar(FAMILY, path).contains("SUMMARY:Answer before now"));
    var offer = families.look(FAMILY, application).at("/offers/0/id").asString();
    assertThat(calendar(FAMILY, path)).contains("UID:" + offer + "-answer@huiwei");
    families.accept(FAMILY, offer).expectStatus().isOk();
    Statements.run(
        city.bookingDatabase(), "update residence set look_due = current_date + 300, ends = null");
    assertThat(calendar(FAMILY, path))
        .contains("SUMMARY:Move in", "STATUS:TENTATIVE", "SUMMARY:Assessment or yearly check due")
        .doesNotContain("Answer before now", "SUMMARY:Leave");
    city.client("family-00002").get().uri(path).exchange().expectStatus().isNotFound();
  }

  private static String calendar(String person, String path) {
    return city.client(person)
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(new MediaType("text", "calendar"))
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}
