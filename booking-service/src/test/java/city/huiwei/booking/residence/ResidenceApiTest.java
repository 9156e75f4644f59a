package city.huiwei.booking.residence;

import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static city.huiwei.booking.application.Families.firm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** From moving in to leaving, and on to the next. */
@NullUnmarked
class ResidenceApiTest {

  private static final String STAFF = "caseworker-op-care";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static TestCity city;
  private static Families families;
  private String application;
  private String residence;
  private int version;

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
  void somebodyHasTheOnlyBed() {
    city.forgetEverything();
    Statements.run(city.inventoryDatabase(), "update stock set version = version + 1");
    application = queued(1);
    families.accept("family-00001", offered(1, application)).expectStatus().isOk();
    var mine =
        body(
            city.client("family-00001")
                .get()
                .uri("/api/applications/{id}/residences", application)
                .exchange());
    residence = mine.at("/items/0/id").asString();
    version = mine.at("/items/0/version").asInt();
  }

  @Test
  void afterSigningMovingInAndALookSomebodyLeavesAndTheNextIsOfferedTheBed() {
    var waiting = queued(2);
    took("SIGN", null);
    var moved = took("MOVE_IN", TestCity.today().plusMonths(12));
    assertThat(moved.get("state").asString()).isEqualTo("LIVING");
    took("GO_AWAY", TestCity.today().plusDays(7));
    took("COME_BACK", null);
    var left = took("LEAVE", null);
    assertThat(left.get("state").asString()).isEqualTo("LEFT");
    assertThat(families.look("family-00001", application).at("/application/state").asString())
        .isEqualTo("ENDED");
    offered(2, waiting);
  }

  @Test
  void aLookThatSaysSoMarksWhoNeedsAnotherPlace() {
    took("MOVE_IN", null);
    var looked = body(take("LOOK", TestCity.today().plusMonths(12), true).expectStatus().isOk());
    assertThat(looked.get("needsAnother").asBoolean()).isTrue();
  }

  @Test
  void whoHasGivenNoticeFreesTheBedForTheDayAfter() {
    took("MOVE_IN", null);
    var last = TestCity.today().plusDays(20);
    took("GIVE_NOTICE", last);
    var waiting = queued(2);
    var offer = offered(2, waiting);
    assertThat(families.look(family(2), waiting).at("/offers/0/from").asString())
        .isEqualTo(last.toString());
    families.accept(family(2), offer).expectStatus().isOk();
    assertThat(
            count(
                city.inventoryDatabase(),
                "select count(*) from hold where state = 'FIRM' and upper_inf(period)"))
        .isOne();
  }

  @Test
  void whileTheResultIsPublicNobodySigns() {
    took("PUBLISH", TestCity.today().plusDays(5));
    assertThat(
            body(take("OBJECT", null, false).expectStatus().isEqualTo(422))
                .at("/reasons/0/field")
                .asString())
        .isEqualTo("note");
    assertThat(
            body(take("SIGN", null, false).expectStatus().isEqualTo(409))
                .at("/reasons/0/code")
                .asString())
        .isEqualTo("STILL_PUBLIC");
    Statements.run(city.bookingDatabase(), "update residence set until = current_date - 1");
    took("SIGN", null);
  }

  @Test
  void whileAResultIsPublicAnyoneMayLookAndEachMayObjectOnce() {
    assertThat(published("elder-care")).isEmpty();
    took("PUBLISH", TestCity.today().plusDays(5));
    var shown = published("elder-care").get(0);
    assertThat(shown.get("id").asString()).isEqualTo(residence);
    assertThat(shown.get("units").asInt()).isOne();
    assertThat(shown.toString()).doesNotContain("林秀英", "138", "firm", "ec-002-");
    assertThat(published("industrial-space")).isEmpty();

    assertThat(body(object(2, " ").expectStatus().isEqualTo(422)).at("/reasons/0/field").asString())
        .isEqualTo("note");
    object(2, "x".repeat(501)).expectStatus().isEqualTo(422);
    object(2, "等级与事实不符").expectStatus().isNoContent();
    assertThat(
            body(object(2, "再说一次").expectStatus().isEqualTo(409)).at("/reasons/0/code").asString())
        .isEqualTo("OBJECTED_ALREADY");
    object(3, "我也不同意").expectStatus().isNoContent();
    city.client()
        .post()
        .uri("/api/publicity/{id}/objections", residence)
        .bodyValue(Map.of("note", "匿名"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
    assertThat(objections()).containsExactlyInAnyOrder("等级与事实不符", "我也不同意");

    Statements.run(city.bookingDatabase(), "update residence set until = current_date - 1");
    assertThat(published("elder-care")).isEmpty();
    object(4, "太迟了").expectStatus().isNotFound();
  }

  @Test
  void ofManyObjectionsAtOnceEachPersonsIsKeptOnce() {
    took("PUBLISH", TestCity.today().plusDays(5));
    assertThat(objectionsOfACrowd()).containsExactlyInAnyOrder("异议2", "异议3", "异议4");
  }

  /** The control: without the constraint everyone objects twice. */
  @Test
  void withoutTheConstraintEachPersonsObjectionIsThereAgain() {
    took("PUBLISH", TestCity.today().plusDays(5));
    Statements.run(
        city.bookingDatabase(),
        "alter table residence_step drop constraint one_objection_a_person");
    try {
      assertThat(objectionsOfACrowd()).hasSize(6);
    } finally {
      Statements.run(
          city.bookingDatabase(),
          "delete from residence_step where objector is not null",
          "alter table residence_step"
              + " add constraint one_objection_a_person unique (residence, objector)");
    }
  }

  /** Three people object twice each, all at once. */
  private List<String> objectionsOfACrowd() {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 6; n++) {
        int family = 2 + n % 3;
        crowd.submit(() -> object(family, "异议" + family));
      }
    }
    return objections();
  }

  @Test
  void aFirmIsNamedWhileItsResultIsPublic() {
    var draft =
        body(families.start("firm-00001", "industrial-space", firm(1, TestCity.today())))
            .get("id")
            .asString();
    Statements.run(
        city.bookingDatabase(),
        """
        with offered as (
          insert into offer (offer, application, programme, party, pools, units, site, operator,
            begins, area, is_start_up, state, deadline, driven_at, ranking, listed_at)
          values (gen_random_uuid(), '%s', 'industrial-space', '', '{is-001.p}', '{is-001-1}',
            'is-001', 'op-park', current_date, 120, true, 'BOOKED', now(), null, '', now())
          returning *)
        insert into residence (residence, application, programme, operator, site, pools, units,
          area, is_start_up, state, begins, until)
        select offer, application, programme, operator, site, pools, units, area, is_start_up,
          'PUBLISHED', begins, current_date + 3 from offered
        """
            .formatted(draft));
    var shown = published("industrial-space").get(0);
    assertThat(shown.get("firm").asString()).isEqualTo("样例科技");
    assertThat(shown.get("squareMetres").asInt()).isEqualTo(120);
    assertThat(shown.toString()).doesNotContain("陈工", "139001390");
  }

  private static JsonNode published(String programme) {
    return body(city.client()
            .get()
            .uri("/api/programmes/{programme}/publicity", programme)
            .exchange()
            .expectStatus()
            .isOk())
        .get("items");
  }

  private ResponseSpec object(int family, String note) {
    return city.client(family(family))
        .post()
        .uri("/api/publicity/{id}/objections", residence)
        .bodyValue(Map.of("note", note))
        .exchange();
  }

  /** As staff read them. */
  private List<String> objections() {
    var file =
        body(
            city.client(STAFF)
                .get()
                .uri("/api/operator/residences/{id}", residence)
                .exchange()
                .expectStatus()
                .isOk());
    return StreamSupport.stream(file.get("done").spliterator(), false)
        .filter(done -> done.get("step").asString().equals("OBJECT"))
        .map(done -> done.get("note").asString())
        .toList();
  }

  @Test
  void aStepThatTheStateDoesNotAllowIsNotTaken() {
    take("COME_BACK", null, false).expectStatus().isEqualTo(409);
    take("PUBLISH", TestCity.today(), false).expectStatus().isEqualTo(422);
    took("SIGN", null);
    version--;
    take("MOVE_IN", null, false).expectStatus().isEqualTo(409);
  }

  @Test
  void anotherOperatorsResidenceDoesNotExist() {
    city.client("caseworker-op-home")
        .put()
        .uri("/api/operator/residences/{id}/step", residence)
        .bodyValue(Map.of("version", version, "step", "LEAVE", "needsAnother", false))
        .exchange()
        .expectStatus()
        .isNotFound();
    city.client(family(2))
        .get()
        .uri("/api/applications/{id}/residences", application)
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private JsonNode took(String step, LocalDate day) {
    var taken = body(take(step, day, false).expectStatus().isOk());
    version = taken.get("version").asInt();
    return taken;
  }

  private ResponseSpec take(String step, LocalDate day, boolean needsAnother) {
    var turn = new LinkedHashMap<String, Object>();
    turn.put("version", version);
    turn.put("step", step);
    turn.put("needsAnother", needsAnother);
    if (day != null) {
      turn.put("day", day.toString());
    }
    return city.client(STAFF)
        .put()
        .uri("/api/operator/residences/{id}/step", residence)
        .bodyValue(turn)
        .exchange();
  }

  private static String queued(int family) {
    return families.queued(family(family), "elder-care", elder(family), STAFF, findings(3));
  }

  private static String offered(int family, String application) {
    await()
        .atMost(SOON)
        .until(() ->
            families
                .look(family(family), application)
                .at("/offers/0/state")
                .asString("")
                .equals("OPEN"));
    return families.look(family(family), application).at("/offers/0/id").asString();
  }

  private static String family(int number) {
    return "family-%05d".formatted(number);
  }
}
