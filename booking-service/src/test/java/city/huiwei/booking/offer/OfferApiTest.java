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
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  @Test
  void aRefusalWithoutAReasonIsNone() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    var refused =
        body(
            city.client(family(2))
                .put()
                .uri("/api/offers/{id}/refusal", offer)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isEqualTo(422));
    assertThat(refused.at("/reasons/0/code").asString()).isEqualTo("REFUSAL_NEEDS_A_REASON");
    assertThat(state(2, only)).isEqualTo("OFFERED");
    assertThat(offers(2, only)).containsExactly("OPEN");
  }

  @Test
  void aRefusalAfterTheDeadlineIsTooLateAndLeavesNothingHalfWritten() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    city.bean(Tending.class).stop();
    try {
      timeIsOver(offer);
      families.refuse(family(2), offer, "TOO_FAR").expectStatus().isEqualTo(409);
      families.accept(family(2), offer).expectStatus().isEqualTo(409);
      assertThat(state(2, only)).isEqualTo("OFFERED");
      assertThat(offers(2, only)).containsExactly("OPEN");
    } finally {
      city.bean(Tending.class).start();
    }
    await().atMost(SOON).until(() -> offers(2, only).contains("LAPSED"));
  }

  /** One needs little care, one refused the bed, one did not answer; each hears why it went on. */
  @Test
  void whoIsPassedOverHearsWhy() {
    var unfit = queued(1, 0, "destitute");
    var refusing = queued(2, 4, "destitute");
    var last = queued(3, 3);
    free("ec-002");
    families.refuse(family(2), offered(2, refusing), "TOO_FAR").expectStatus().isOk();
    offered(3, last);
    assertThat(passedOver(1, unfit)).containsExactly("NO_FIT_CARE_LEVEL");
    assertThat(passedOver(2, refusing)).containsExactly("REFUSED_THAT_PLACE");
    var rank = families.look(family(3), last).get("rank");
    assertThat(rank.get("passedOver")).isEmpty();
    assertThat(rank.at("/cutOffs/0/site").asString()).isEqualTo("ec-002");
    assertThat(rank.at("/cutOffs/0/lastAdmitted/points").asInt()).isEqualTo(30);
  }

  @Test
  void theExplanationNamesTheRulesTheOrderAndWhatComesNext() {
    var only = queued(2, 4);
    var look = families.look(family(2), only);
    assertThat(look.at("/decisions/0/rulesHash").asString()).matches("[0-9a-f]{64}");
    assertThat(look.at("/decisions/0/engine").asString()).isEqualTo("huiwei-ranking/1");
    assertThat(look.at("/decisions/0/key/points").asInt()).isEqualTo(40);
    assertThat(look.at("/next/code").asString()).isEqualTo("NEXT_WAIT");
    assertThat(look.get("appealUntil").asString()).isNotBlank();
  }

  @Test
  void staffSeeTheOffersOfTheirOperatorAndWhichOfThemStall() {
    var only = queued(2, 4);
    free("ec-002");
    var offer = offered(2, only);
    var goes = desk(STAFF, "").get("items").get(0);
    assertThat(goes.get("id").asString()).isEqualTo(offer);
    assertThat(goes.get("stalled")).isEmpty();
    assertThat(desk(STAFF, "?stalled=true").get("items")).isEmpty();

    Statements.run(
        city.bookingDatabase(), "update offer set deadline = now() + interval '3 hours'");
    assertThat(stalls("?stalled=true")).containsExactly("LITTLE_TIME_LEFT");
    city.bean(Tending.class).stop();
    try {
      Statements.run(
          city.bookingDatabase(),
          """
          update offer set state = 'ACCEPTED', driven_at = now(), tries = 5,
            answered_at = now() - interval '61 seconds', created_at = now() - interval '2 hours'
          """);
      assertThat(stalls("?stalled=true&state=ACCEPTED"))
          .containsExactly("DRIVEN_OFTEN", "INVENTORY_SILENT");
      Statements.run(
          city.bookingDatabase(),
          "update offer set tries = 4, answered_at = now() - interval '50 seconds'");
      assertThat(stalls("")).isEmpty();
      assertThat(desk(STAFF, "").at("/items/0/ageMinutes").asInt()).isEqualTo(120);
    } finally {
      city.bean(Tending.class).start();
    }
    assertThat(desk("manager-op-space", "").get("items")).isEmpty();
    city.client(family(2))
        .get()
        .uri("/api/operator/offers")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void howOffersEndAndTheOldestThatIsNotDrivenOnAreMeasured() {
    queued(2, 4);
    var only = queued(3, 3);
    free("ec-002");
    await().atMost(SOON).until(() -> meter("proposed") > 0);
    assertThat(city.bean(MeterRegistry.class).get("huiwei.offers.oldest.undriven").gauge().value())
        .isGreaterThanOrEqualTo(0);
    assertThat(state(3, only)).isEqualTo("QUEUED");
  }

  private static double meter(String outcome) {
    var counter =
        city.bean(MeterRegistry.class)
            .find("huiwei.offers")
            .tags("programme", "elder-care", "outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void bothRatiosOfTheStartUpReserveAreOpenToEveryone() {
    city.client()
        .get()
        .uri("/api/programmes/elder-care/reserve")
        .exchange()
        .expectStatus()
        .isNotFound();
    Statements.run(
        city.bookingDatabase(), "insert into let_area values ('industrial-space', 1000, 400, 150)");
    var reserve =
        body(
            city.client()
                .get()
                .uri("/api/programmes/industrial-space/reserve")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(reserve.get("denominator").asString()).isEqualTo("STOCK");
    assertThat(reserve.get("startUpShareOfStock").asDouble()).isEqualTo(0.85);
    assertThat(reserve.get("startUpShareOfLeased").asDouble()).isEqualTo(0.7272);
  }

  /** Told 10 to 20 days: one had an offer on each side of each border, two had none. */
  @Test
  void whatWasToldIsHeldAgainstWhatCameTrue() {
    Statements.run(
        city.bookingDatabase(),
        """
        insert into application (application, reference, programme, owner, idempotency_key, operator,
          channel, state, sealed, party, need, rules_version, ranking, category, points, since)
        select md5('told ' || n)::uuid, 'told ' || n, 'elder-care', md5('told ' || n)::uuid, 'key',
          'op-care', 'ONLINE', case n when 7 then 'WITHDRAWN' else 'DORMANT' end, '', '', '{}', '1', '1',
          1, 1, now()
        from generate_series(1, 8) n
        """,
        """
        insert into told_wait (application, programme, told_at, p10_days, p50_days, p90_days, horizon_days)
        select md5('told ' || n)::uuid, 'elder-care',
          now() - case n when 8 then 19 else 21 end * interval '1 day', 10, 15, 20, 3650
        from generate_series(1, 8) n
        """,
        """
        insert into offer (offer, application, programme, party, pools, site, operator, begins, state,
          deadline, created_at, driven_at, ranking, listed_at)
        select gen_random_uuid(), application, programme, '', array['p'], 'ec-001', 'op-care',
          current_date, 'BOOKED', now(), told_at + days * interval '1 day', null, '1', now()
        from (values (1, 9.9), (2, 10.1), (3, 20.9), (4, 21.1), (5, 10.1)) had (n, days)
        join told_wait on application = md5('told ' || n)::uuid
        """);
    var figures =
        body(
            city.client("monitor")
                .get()
                .uri("/api/operator/estimates/figures")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(figures.get("items").toString())
        .isEqualTo(
            "[{\"programme\":\"elder-care\",\"told\":8,\"due\":6,\"earlier\":1,\"within\":3,\"later\":2}]");
    city.client(family(2))
        .get()
        .uri("/api/operator/estimates/figures")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private static JsonNode desk(String staff, String query) {
    return body(
        city.client(staff)
            .get()
            .uri("/api/operator/offers" + query)
            .exchange()
            .expectStatus()
            .isOk());
  }

  private static List<String> stalls(String query) {
    return desk(STAFF, query).at("/items/0/stalled").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> passedOver(int family, String application) {
    return families
        .look(family(family), application)
        .at("/rank/passedOver")
        .valueStream()
        .flatMap(each -> each.get("reasons").valueStream())
        .map(reason -> reason.get("code").asString())
        .toList();
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
