package city.huiwei.booking.offer;

import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A freed bed goes to the first who fits, by itself, and on to the next. */
@NullUnmarked
class OfferApiTest {

  private static final String STAFF = "caseworker-op-care";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static TestCity city;
  private static Families families;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-001", 1, 0, 2);
    city.addBeds("ec-002", 1, 2, 4);
    city.addCouplesRoom("ec-002");
    families = new Families(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void allBedsAreTakenAndNobodyWaits() {
    city.forgetApplications();
    city.takeAllBeds();
  }

  @Test
  void aFreedBedIsOfferedToTheFirstWhoFitsAndGoesOnWhenItIsRefused() {
    // Whoever needs little care fits only in the other home, though they come first.
    var unfit = queued(1, 0, "destitute");
    var first = queued(2, 4);
    var second = queued(3, 3);
    free("ec-002");

    var offer = offered(2, first);
    assertThat(offers(3, second)).isEmpty();
    families.refuse(family(2), offer, "TOO_FAR").expectStatus().isOk();

    var next = offered(3, second);
    var booked = body(families.accept(family(3), next).expectStatus().isOk());
    assertThat(booked.get("state").asString()).isEqualTo("BOOKED");
    assertThat(booked.at("/units/0").asString()).startsWith("ec-002-");
    assertThat(state(3, second)).isEqualTo("BOOKED");
    assertThat(
            count(
                city.inventoryDatabase(),
                "select count(*) from hold where hold = '%s' and state = 'FIRM'".formatted(next)))
        .isOne();

    // Refused with a reason, the place in the list is kept; the same bed is not offered again.
    assertThat(state(2, first)).isEqualTo("QUEUED");
    assertThat(offers(2, first)).containsExactly("REFUSED");
    assertThat(offers(1, unfit)).isEmpty();
  }

  @Test
  void anOfferThatNobodyAnswersLapsesAndTheSecondLetsTheApplicationRest() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    assertThat(families.look(family(2), only).at("/offers/0/deadline").asString()).isNotBlank();
    timeIsOver(offer);
    await().atMost(SOON).until(() -> offers(2, only).contains("LAPSED"));
    await().atMost(SOON).until(() -> offers(2, only).getFirst().equals("OPEN"));
    timeIsOver(newest(2, only));
    await().atMost(SOON).until(() -> state(2, only).equals("DORMANT"));
    await().atMost(SOON).until(() -> firmAndTimed("ec-002") == 0);
    // Whoever is heard of again waits on, and is offered what is free.
    city.client(family(2))
        .put()
        .uri("/api/applications/{id}/contact", only)
        .exchange()
        .expectStatus()
        .isOk();
    await().atMost(SOON).until(() -> state(2, only).equals("OFFERED"));
  }

  @Test
  void anAnswerAfterTheDeadlineIsTooLate() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    timeIsOver(offer);
    var late = body(families.accept(family(2), offer).expectStatus().isEqualTo(409));
    assertThat(late.get("type").asString()).isEqualTo("/problems/offer-lapsed");
    assertThat(state(2, only)).isNotEqualTo("BOOKED");
  }

  @Test
  void anOfferOfSomebodyElseDoesNotExist() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    families.accept(family(5), offer).expectStatus().isNotFound();
    families.refuse(family(5), offer, "OTHER").expectStatus().isNotFound();
    assertThat(state(2, only)).isEqualTo("OFFERED");
  }

  @Test
  void askedTwiceAnOfferIsTakenOnce() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    var one = body(families.accept(family(2), offer).expectStatus().isOk());
    var two = body(families.accept(family(2), offer).expectStatus().isOk());
    assertThat(two).isEqualTo(one);
    families.refuse(family(2), offer, "OTHER").expectStatus().isEqualTo(409);
  }

  @Test
  void whoWithdrawsGivesTheOfferedBedToTheNext() {
    var first = queued(2, 4);
    var second = queued(3, 3);
    free("ec-002");
    offered(2, first);
    city.client(family(2))
        .put()
        .uri("/api/applications/{id}/withdrawal", first)
        .exchange()
        .expectStatus()
        .isOk();
    offered(3, second);
    assertThat(offers(2, first)).containsExactly("WITHDRAWN");
  }

  @Test
  void aCoupleIsOfferedBothBedsOfARoomAndTakesBoth() {
    var answers = elder(2);
    answers.put("elder.couple", List.of("yes"));
    answers.put("spouse.name", List.of("李卫国"));
    answers.put(
        "spouse.identity", List.of(SamplePapers.identity(TestCity.today().minusYears(80), 7)));
    var both = families.queued(family(2), "elder-care", answers, STAFF, findings(3));
    Statements.run(
        city.inventoryDatabase(),
        "delete from hold where unit = 'ec-002-couple-1'",
        "update stock set version = version + 1");
    var alone = queued(4, 3);
    free("ec-002");
    offered(4, alone);
    var offer = offered(2, both);
    var booked = body(families.accept(family(2), offer).expectStatus().isOk());
    assertThat(booked.get("units").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("ec-002-couple-1", "ec-002-couple-2");
    assertThat(firmAndTimed("ec-002")).isEqualTo(3);
  }

  @Test
  void aRefusalNeedsAReasonThatThereIs() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    families.refuse(family(2), offer, "BECAUSE").expectStatus().is4xxClientError();
    assertThat(state(2, only)).isEqualTo("OFFERED");
  }

  private static String queued(int family, int level, String... categories) {
    var answers = elder(family);
    answers.put("elder.level", List.of("" + level));
    return families.queued(
        family(family), "elder-care", answers, STAFF, findings(level, categories));
  }

  /** A bed of the site is free from now on. */
  private static void free(String site) {
    Statements.run(
        city.inventoryDatabase(),
        "delete from hold where site = '%s'".formatted(site),
        "update stock set version = version + 1");
  }

  private static String offered(int family, String application) {
    await().atMost(SOON).until(() -> offers(family, application).contains("OPEN"));
    return newest(family, application);
  }

  private static String newest(int family, String application) {
    return families.look(family(family), application).at("/offers/0/id").asString();
  }

  private static List<String> offers(int family, String application) {
    return families
        .look(family(family), application)
        .get("offers")
        .valueStream()
        .map(offer -> offer.get("state").asString())
        .toList();
  }

  private static String state(int family, String application) {
    return families.look(family(family), application).at("/application/state").asString();
  }

  private static void timeIsOver(String offer) {
    Statements.run(
        city.bookingDatabase(),
        "update offer set deadline = now() - interval '1 second' where offer = '%s'"
            .formatted(offer));
  }

  private static long firmAndTimed(String site) {
    return count(
        city.inventoryDatabase(),
        "select count(*) from hold where site = '%s' and state in ('FIRM', 'TIMED')"
            .formatted(site));
  }

  private static String family(int number) {
    return "family-%05d".formatted(number);
  }
}
