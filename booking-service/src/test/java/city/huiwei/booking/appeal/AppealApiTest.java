package city.huiwei.booking.appeal;

import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Questions that have an owner, a day, and an answer. */
@NullUnmarked
class AppealApiTest {

  private static final String STAFF = "caseworker-op-care";
  private static final String MANAGER = "manager-op-care";
  private static final String FAMILY = "family-00001";

  private static TestCity city;
  private static Families families;
  private String application;
  private String decision;

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
  void somebodyWasRefused() {
    city.forgetApplications();
    var draft = body(families.start(FAMILY, "elder-care", elder(1)).expectStatus().isCreated());
    var sent = body(families.submit(FAMILY, draft, false).expectStatus().isOk());
    families.review(STAFF, sent, findings(3), "MATERIAL_MISMATCH").expectStatus().isOk();
    application = sent.get("id").asString();
    decision =
        city.bookingDatabase()
            .sql("select decision::text from decision")
            .mapValue(String.class)
            .one()
            .block();
  }

  @Test
  void anAppealIsAnsweredBySomebodyElseThanWhoDecided() {
    var appeal = body(ask(FAMILY, decision, "评估结果有误").expectStatus().isCreated());
    assertThat(Instant.parse(appeal.get("due").asString())).isAfter(Instant.now());
    var id = appeal.get("id").asString();
    assertThat(body(list(STAFF)).at("/items/0/asked").asString()).isEqualTo("评估结果有误");

    take(STAFF, id).expectStatus().isOk();
    answer(STAFF, id, "CORRECTED").expectStatus().isEqualTo(409);
    answer(MANAGER, id, "CORRECTED").expectStatus().isOk();
    answer(MANAGER, id, "UPHELD").expectStatus().isEqualTo(409);

    var mine = body(city.client(FAMILY).get().uri("/api/appeals/{id}", id).exchange());
    assertThat(mine.get("outcome").asString()).isEqualTo("CORRECTED");
    assertThat(mine.get("answer").asString()).isEqualTo("已核实");
    var figures = body(city.client(MANAGER).get().uri("/api/operator/appeals/figures").exchange());
    assertThat(figures.get("answered").asInt()).isOne();
    assertThat(figures.get("inTime").asInt()).isOne();
    assertThat(figures.get("open").asInt()).isZero();
  }

  @Test
  void aDecisionHasOneOpenAppealAndARequestNeedsNoDecision() {
    ask(FAMILY, decision, "第一次").expectStatus().isCreated();
    ask(FAMILY, decision, "第二次").expectStatus().isEqualTo(409);
    ask(FAMILY, null, "请问何时评估").expectStatus().isCreated();
  }

  @Test
  void whenTheTimeToObjectIsOverAnAppealIsTooLate() {
    var old = UUID.randomUUID();
    Statements.run(
        city.bookingDatabase(),
        """
        insert into decision (decision, application, kind, outcome, rules_version, decided_by,
          appeal_until)
        values ('%s', '%s', 'ELIGIBILITY', 'INELIGIBLE', '1', 'somebody', now() - interval '1 second')
        """
            .formatted(old, application));
    assertThat(
            body(ask(FAMILY, old.toString(), "太晚").expectStatus().isEqualTo(409))
                .at("/reasons/0/code")
                .asString())
        .isEqualTo("APPEAL_TOO_LATE");
  }

  @Test
  void whatNobodyAnsweredInTimeGoesToTheManager() {
    var id = body(ask(FAMILY, decision, "评估结果有误").expectStatus().isCreated()).get("id").asString();
    Statements.run(city.bookingDatabase(), "update appeal set due = now() - interval '1 second'");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !body(list(MANAGER)).at("/items/0/escalatedAt").isMissingNode());
    answer(MANAGER, id, "UPHELD").expectStatus().isOk();
    var figures = body(city.client(MANAGER).get().uri("/api/operator/appeals/figures").exchange());
    assertThat(figures.get("inTime").asInt()).isZero();
  }

  @Test
  void anothersAppealDoesNotExist() {
    var id = body(ask(FAMILY, decision, "评估结果有误").expectStatus().isCreated()).get("id").asString();
    city.client("family-00002")
        .get()
        .uri("/api/appeals/{id}", id)
        .exchange()
        .expectStatus()
        .isNotFound();
    ask("family-00002", decision, "别人的").expectStatus().isNotFound();
    take("caseworker-op-home", id).expectStatus().isNotFound();
    answer("manager-op-home", id, "UPHELD").expectStatus().isNotFound();
    assertThat(body(list("caseworker-op-home")).get("items").size()).isZero();
  }

  @Test
  void whatIsAskedStandsNowhereInClearText() {
    ask(FAMILY, decision, "评估结果有误").expectStatus().isCreated();
    var bytes =
        city.bookingDatabase().sql("select asked from appeal").mapValue(byte[].class).one().block();
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("评估");
  }

  @Test
  void anEmptyQuestionIsNone() {
    ask(FAMILY, decision, "  ").expectStatus().isEqualTo(422);
    ask(FAMILY, decision, "长".repeat(2_001)).expectStatus().isEqualTo(422);
  }

  private ResponseSpec ask(String person, String against, String text) {
    var question = new LinkedHashMap<String, Object>();
    question.put("application", application);
    question.put("text", text);
    if (against != null) {
      question.put("decision", against);
    }
    return city.client(person)
        .post()
        .uri("/api/appeals")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .bodyValue(question)
        .exchange();
  }

  private static ResponseSpec list(String staff) {
    return city.client(staff).get().uri("/api/operator/appeals").exchange();
  }

  private static ResponseSpec take(String staff, String id) {
    return city.client(staff).put().uri("/api/operator/appeals/{id}/owner", id).exchange();
  }

  private static ResponseSpec answer(String staff, String id, String outcome) {
    return city.client(staff)
        .put()
        .uri("/api/operator/appeals/{id}/answer", id)
        .bodyValue(Map.of("outcome", outcome, "text", "已核实"))
        .exchange();
  }
}
