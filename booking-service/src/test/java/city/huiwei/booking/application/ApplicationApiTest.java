package city.huiwei.booking.application;

import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.SamplePapers;
import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An application from its first word to its place in the list, over HTTP. */
@NullUnmarked
class ApplicationApiTest {

  private static final String STAFF = "caseworker-op-care";
  private static final String FAMILY = "family-00001";

  private static TestCity city;
  private static Families families;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-001", 1, 0, 2);
    city.addBeds("ec-002", 1, 2, 4);
    // No place is free, so whoever is queued waits.
    city.takeAllBeds();
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
  void aDraftIsSavedBitByBitSentCheckedAndQueued() {
    var draft = body(families.start(FAMILY, "elder-care", Map.of()).expectStatus().isCreated());
    assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
    var unready = families.submit(FAMILY, draft, false).expectStatus().isEqualTo(422);
    assertThat(codes(body(unready))).contains("ANSWER_MISSING", "CONSENT_MISSING");

    var saved = body(save(FAMILY, draft.get("id").asString(), 1, elder(1)).expectStatus().isOk());
    assertThat(saved.get("version").asInt()).isEqualTo(2);
    var submitted = body(families.submit(FAMILY, saved, false).expectStatus().isOk());
    assertThat(submitted.get("state").asString()).isEqualTo("SUBMITTED");

    var queued = body(families.review(STAFF, submitted, findings(3)).expectStatus().isOk());
    assertThat(queued.get("state").asString()).isEqualTo("QUEUED");
    var mine = families.look(FAMILY, queued.get("id").asString());
    assertThat(mine.at("/rank/position").asInt()).isEqualTo(1);
    assertThat(mine.at("/rank/own/category").asInt()).isEqualTo(3);
    assertThat(mine.at("/rank/own/points").asInt()).isEqualTo(30);
    assertThat(mine.at("/decisions/0/outcome").asString()).isEqualTo("QUEUED");
    assertThat(mine.at("/decisions/0/byAPerson").asBoolean()).isTrue();
    assertThat(mine.at("/decisions/0/rulesVersion").asString()).isEqualTo("2026-1");
  }

  @Test
  void theSameKeyIsTheSameDraft() {
    var key = UUID.randomUUID().toString();
    var one = body(startWith(key));
    var two = body(startWith(key));
    assertThat(two.get("id")).isEqualTo(one.get("id"));
    assertThat(count(city.bookingDatabase(), "select count(*) from application")).isOne();
  }

  @Test
  void whoSavesWhatSomebodyElseChangedIsToldSo() {
    var draft = body(families.start(FAMILY, "elder-care", Map.of()).expectStatus().isCreated());
    var id = draft.get("id").asString();
    save(FAMILY, id, 1, elder(1)).expectStatus().isOk();
    var stale = save(FAMILY, id, 1, elder(2)).expectStatus().isEqualTo(409);
    assertThat(body(stale).get("type").asString()).isEqualTo("/problems/changed-meanwhile");
  }

  @Test
  void inHardshipAndNeedOfCareSomebodyComesFirst() {
    var third = queued(1, findings(3));
    var second = queued(2, findings(1, "low-income"));
    var first = queued(3, findings(0, "destitute"));
    var more = queued(4, findings(4));
    assertThat(position(1, third)).isEqualTo(4);
    assertThat(position(2, second)).isEqualTo(2);
    assertThat(position(3, first)).isEqualTo(1);
    assertThat(position(4, more)).isEqualTo(3);
  }

  @Test
  void theMachineSaysNoWithAllReasonsAndAPersonMayLook() {
    var answers = elder(1);
    answers.put("elder.assessed-on", List.of(TestCity.today().minusYears(2).toString()));
    answers.put(
        "elder.identity", List.of(SamplePapers.identity(TestCity.today().minusYears(40), 2)));
    var draft = body(families.start(FAMILY, "elder-care", answers).expectStatus().isCreated());
    var no = body(families.submit(FAMILY, draft, false).expectStatus().isEqualTo(422));
    assertThat(no.get("type").asString()).isEqualTo("/problems/not-eligible");
    assertThat(codes(no))
        .containsExactly("ELIGIBILITY_TOO_YOUNG", "ELIGIBILITY_ASSESSMENT_TOO_OLD");
    var sent = body(families.submit(FAMILY, draft, true).expectStatus().isOk());
    assertThat(sent.get("state").asString()).isEqualTo("SUBMITTED");

    var refused =
        body(families.review(STAFF, sent, findings(3), "MATERIAL_MISMATCH").expectStatus().isOk());
    assertThat(refused.get("state").asString()).isEqualTo("INELIGIBLE");
    var mine = families.look(FAMILY, sent.get("id").asString());
    assertThat(mine.at("/decisions/0/reasons").valueStream().map(it -> it.get("code").asString()))
        .contains("ELIGIBILITY_TOO_YOUNG");
    assertThat(mine.at("/decisions/0/appealUntil").isMissingNode()).isFalse();
  }

  @Test
  void whatCannotFitAnywhereIsNotSent() {
    var answers = elder(1);
    answers.put("elder.couple", List.of("yes"));
    answers.put("spouse.name", List.of("周国强"));
    answers.put(
        "spouse.identity", List.of(SamplePapers.identity(TestCity.today().minusYears(83), 1)));
    var draft = body(families.start(FAMILY, "elder-care", answers).expectStatus().isCreated());
    assertThat(codes(body(families.submit(FAMILY, draft, false).expectStatus().isEqualTo(422))))
        .containsExactly("NO_FIT_SEX");
  }

  @ParameterizedTest
  @CsvSource({
    "elder.identity, 440305194401010001, IDENTITY_CHECK_DIGIT",
    "elder.telephone, 12345, TELEPHONE_UNREADABLE",
    "elder.level, 5, NOT_A_CHOICE",
    "elder.assessed-on, yesterday, NOT_A_DATE",
    "elder.couple, perhaps, NOT_A_CHOICE",
    "wish.sites, ../etc, NOT_A_CHOICE",
  })
  void aBadAnswerIsNamedWithItsQuestion(String question, String answer, String code) {
    var answers = elder(1);
    answers.put(question, List.of(answer));
    var draft = body(families.start(FAMILY, "elder-care", answers).expectStatus().isCreated());
    var reason =
        body(families.submit(FAMILY, draft, false).expectStatus().isEqualTo(422)).at("/reasons/0");
    assertThat(reason.get("field").asString()).isEqualTo(question);
    assertThat(reason.get("code").asString()).isEqualTo(code);
    assertThat(reason.get("message").asString()).isNotBlank();
    assertThat(reason.get("remedy").asString()).isNotBlank();
  }

  @Test
  void anothersApplicationDoesNotExist() {
    var id = queued(1, findings(3));
    city.client("family-00002")
        .get()
        .uri("/api/applications/{id}", id)
        .exchange()
        .expectStatus()
        .isNotFound();
    save("family-00002", id, 3, elder(2)).expectStatus().isNotFound();
    city.client("caseworker-op-home")
        .put()
        .uri("/api/operator/applications/{id}/reading", id)
        .bodyValue(Map.of("reason", "复核材料"))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void whoReadsWhatNamesPersonsSaysWhyAndTheFamilySeesIt() {
    var id = queued(1, findings(3));
    read(id, "").expectStatus().isEqualTo(422);
    var read = body(read(id, "复核材料").expectStatus().isOk());
    assertThat(read.at("/answers/elder.name/0").asString()).isEqualTo("林秀英");
    var mine = families.look(FAMILY, id);
    assertThat(mine.at("/readings").size()).isOne();
    assertThat(mine.at("/readings/0/reason").asString()).isEqualTo("复核材料");
  }

  @Test
  void whatNamesPersonsIsSealedAndOpensInItsOwnRowOnly() {
    var one = queued(1, findings(3));
    queued(2, findings(3));
    var rows = "select string_agg(sealed, ''::bytea) from application";
    var sealed =
        city.bookingDatabase().sql(rows).mapValue(byte[].class).one().blockOptional().orElseThrow();
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("林秀英", "13800138");
    Statements.run(
        city.bookingDatabase(),
        "update application a set sealed = b.sealed from application b where a.application = '%s'"
                .formatted(one)
            + " and b.application <> a.application");
    city.client(FAMILY)
        .get()
        .uri("/api/applications/{id}", one)
        .exchange()
        .expectStatus()
        .is5xxServerError();
  }

  @Test
  void whatWasDecidedCannotBeChanged() {
    queued(1, findings(3));
    assertThatThrownBy(() ->
            Statements.run(city.bookingDatabase(), "update decision set outcome = 'INELIGIBLE'"))
        .hasMessageContaining("not changed");
    assertThatThrownBy(() -> Statements.run(city.bookingDatabase(), "delete from decision"))
        .hasMessageContaining("not changed");
  }

  @Test
  void staffTypeInWhatCameOnPaperUnderTheSameRules() {
    var draft =
        body(
            city.client(STAFF)
                .post()
                .uri("/api/applications")
                .header("Idempotency-Key", "paper-1")
                .bodyValue(
                    Map.of("programme", "elder-care", "channel", "PAPER", "answers", elder(9)))
                .exchange()
                .expectStatus()
                .isCreated());
    var sent = body(families.submit(STAFF, draft, false).expectStatus().isOk());
    assertThat(sent.get("channel").asString()).isEqualTo("PAPER");
    families.review(STAFF, sent, findings(3)).expectStatus().isOk();
    // A family cannot say that it came on paper.
    city.client(FAMILY)
        .post()
        .uri("/api/applications")
        .header("Idempotency-Key", "paper-2")
        .bodyValue(Map.of("programme", "elder-care", "channel", "PAPER"))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void aLargeAreaNeedsASecondDecisionByAManagerWhoDidNotMakeTheFirst() {
    city.addSpace("is-001-1-9999", 6_000);
    var founded = TestCity.today().minusYears(10);
    var answers = Families.firm(7, founded);
    answers.put("space.area-most", List.of("5001"));
    var draft =
        body(families.start("firm-00007", "industrial-space", answers).expectStatus().isCreated());
    // No unit of that area: a person is asked to look.
    var sent = body(families.submit("firm-00007", draft, true).expectStatus().isOk());
    var found = Families.score(founded, 60);
    var verified = body(families.review("manager-op-space", sent, found).expectStatus().isOk());
    assertThat(verified.get("state").asString()).isEqualTo("VERIFIED");
    families.review("manager-op-space", verified, found).expectStatus().isEqualTo(409);
    families.review("caseworker-op-space", verified, found).expectStatus().isEqualTo(409);
    assertThat(count(city.bookingDatabase(), "select count(*) from decision")).isOne();
  }

  @Test
  void whoWithdrawsLeavesTheList() {
    var first = queued(1, findings(4));
    var second = queued(2, findings(3));
    assertThat(position(2, second)).isEqualTo(2);
    withdraw(1, first).expectStatus().isOk();
    assertThat(position(2, second)).isOne();
    withdraw(1, first).expectStatus().isOk();
  }

  private static ResponseSpec withdraw(int family, String id) {
    return city.client(family(family))
        .put()
        .uri("/api/applications/{id}/withdrawal", id)
        .exchange();
  }

  private static String queued(int family, Map<String, List<String>> findings) {
    return families.queued(family(family), "elder-care", elder(family), STAFF, findings);
  }

  private static long position(int family, String id) {
    return families.look(family(family), id).at("/rank/position").asLong();
  }

  private static String family(int number) {
    return "family-%05d".formatted(number);
  }

  private static ResponseSpec read(String id, String reason) {
    return city.client(STAFF)
        .put()
        .uri("/api/operator/applications/{id}/reading", id)
        .bodyValue(Map.of("reason", reason))
        .exchange();
  }

  private static ResponseSpec save(
      String person, String id, int version, Map<String, List<String>> answers) {
    return city.client(person)
        .put()
        .uri("/api/applications/{id}/answers", id)
        .bodyValue(Map.of("version", version, "answers", answers))
        .exchange();
  }

  private static ResponseSpec startWith(String key) {
    return city.client(FAMILY)
        .post()
        .uri("/api/applications")
        .header("Idempotency-Key", key)
        .bodyValue(Map.of("programme", "elder-care"))
        .exchange();
  }

  private static List<String> codes(JsonNode problem) {
    return problem.get("reasons").valueStream().map(it -> it.get("code").asString()).toList();
  }
}
