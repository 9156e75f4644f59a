package city.huiwei.booking.evidence;

import static city.huiwei.booking.SampleDocuments.all;
import static city.huiwei.booking.SampleDocuments.jpeg;
import static city.huiwei.booking.SampleDocuments.jpegOf;
import static city.huiwei.booking.SampleDocuments.pdf;
import static city.huiwei.booking.SampleDocuments.png;
import static city.huiwei.booking.SampleDocuments.zip;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Papers from being brought to being erased, over HTTP. */
@NullUnmarked
class EvidenceApiTest {

  private static final String FAMILY = "family-00001";
  private static final String OTHER = "family-00002";
  private static final String STAFF = "caseworker-op-care";
  private static final String OTHER_STAFF = "caseworker-op-home";

  private static TestCity city;
  private static Families families;
  private JsonNode sent;
  private String application;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-001", 1, 0, 2);
    city.addBeds("ec-002", 1, 2, 4);
    city.takeAllBeds();
    families = new Families(city);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void somebodyApplied() {
    city.forgetApplications();
    var answers = elder(1);
    answers.put("elder.categories", List.of("low-income"));
    var draft = body(families.start(FAMILY, "elder-care", answers).expectStatus().isCreated());
    sent = body(families.submit(FAMILY, draft, false).expectStatus().isOk());
    application = sent.get("id").asString();
  }

  @Test
  void aPaperIsBroughtReadWithAReasonAndPassed() {
    assertThat(standings())
        .containsExactly(
            "identity MISSING", "ability-assessment MISSING", "proof-of-low-income MISSING");
    var brought = body(bring(FAMILY, "identity", jpeg(1)).expectStatus().isCreated());
    var id = brought.get("id").asString();
    assertThat(brought.get("state").asString()).isEqualTo("WAITING");
    assertThat(brought.get("mediaType").asString()).isEqualTo("image/jpeg");
    assertThat(brought.get("bytes").asInt()).isEqualTo(jpeg(1).length);
    assertThat(standings()).startsWith("identity WAITING");
    assertThat(content(FAMILY, id)).isEqualTo(jpeg(1));

    read(STAFF, id, "").expectStatus().isEqualTo(422);
    client(STAFF).get().uri(contentOf(id)).exchange().expectStatus().isEqualTo(422);
    var opened = read(STAFF, id, "核对身份证").expectStatus().isOk();
    assertThat(opened.expectBody(byte[].class).returnResult().getResponseBody()).isEqualTo(jpeg(1));
    assertThat(families.look(FAMILY, application).at("/readings/0/reason").asString())
        .isEqualTo("核对身份证");

    judge(STAFF, id, Map.of("outcome", "PASSED")).expectStatus().isOk();
    assertThat(standings()).startsWith("identity PASSED");
  }

  @Test
  void whatIsServedCanDoNothing() {
    for (var file : List.of(jpeg(1), png(2), pdf(3))) {
      var id = brought("identity", file);
      var headers =
          client(FAMILY)
              .get()
              .uri(contentOf(id))
              .exchange()
              .expectStatus()
              .isOk()
              .expectHeader()
              .valueEquals("X-Content-Type-Options", "nosniff")
              .expectHeader()
              .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
              .expectBody()
              .returnResult()
              .getResponseHeaders();
      var isPdf = MediaType.APPLICATION_PDF.equals(headers.getContentType());
      assertThat(headers.getContentDisposition().isAttachment()).isEqualTo(isPdf);
      assertThat(headers.getContentDisposition().getFilename()).startsWith("identity.");
      assertThat(headers.getContentLength()).isEqualTo(file.length);
      assertThat(headers.getCacheControl()).contains("no-store");
    }
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void whatIsNotWhatItSaysIsNotTakenAndNothingOfItStays(byte[] file, String code)
      throws IOException {
    var no =
        body(
            client(FAMILY)
                .post()
                .uri("/api/applications/{id}/evidence?kind=identity", application)
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isEqualTo(422));
    assertThat(no.get("type").asString()).isEqualTo("/problems/document-not-taken");
    assertThat(no.at("/reasons/0/code").asString()).isEqualTo(code);
    assertThat(no.at("/reasons/0/field").asString()).isEqualTo("document");
    assertThat(no.at("/reasons/0/message").asString()).isNotBlank();
    assertThat(no.at("/reasons/0/remedy").asString()).isNotBlank();
    assertThat(list(FAMILY).get("items")).isEmpty();

    pass("moved_at = now() - interval '2 minutes'");
    eventuallyNothingIsLeft();
  }

  static Stream<Arguments> unsound() {
    return Stream.of(
        arguments(new byte[0], "DOCUMENT_EMPTY"),
        arguments(zip(), "DOCUMENT_OF_UNKNOWN_FORMAT"),
        arguments(Arrays.copyOf(pdf(1), 60), "DOCUMENT_CUT_OFF"),
        arguments(all(pdf(1), zip()), "DOCUMENT_NOT_ALONE"),
        arguments(jpegOf(10 * 1_048_576 + 1), "DOCUMENT_TOO_LARGE"),
        arguments(jpegOf(11 * 1_048_576), "DOCUMENT_TOO_LARGE"));
  }

  @Test
  void aFileOfTheLargestSizeIsTakenWholeThoughItsTypeIsDeclaredWrongly() {
    var file = jpegOf(10 * 1_048_576);
    var id =
        body(client(FAMILY)
                .post()
                .uri("/api/applications/{id}/evidence?kind=identity", application)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isCreated())
            .get("id")
            .asString();
    assertThat(content(FAMILY, id)).isEqualTo(file);
  }

  @Test
  void theSameContentIsOnePaperHoweverOftenItIsBrought() {
    var once = brought("identity", jpeg(1));
    assertThat(brought("identity", jpeg(1))).isEqualTo(once);
    assertThat(list(FAMILY).get("items")).hasSize(1);
    askAgain(once, "MATERIAL_UNREADABLE");
    assertThat(codes(body(bring(FAMILY, "identity", jpeg(1)).expectStatus().isEqualTo(422))))
        .containsExactly("DOCUMENT_ASKED_AGAIN");
  }

  @Test
  void aKindHasSoManyFilesAndNotOneMoreAlsoWhenTheyComeAtOnce() {
    var answers =
        IntStream.range(0, 14)
            .parallel()
            .mapToObj(number ->
                bring(FAMILY, "identity", png(number)).expectBody(JsonNode.class).returnResult())
            .map(answer -> answer.getStatus().value())
            .toList();
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(10);
    assertThat(answers.stream().filter(status -> status == 422)).hasSize(4);
    assertThat(codes(body(bring(FAMILY, "identity", png(99)).expectStatus().isEqualTo(422))))
        .containsExactly("DOCUMENTS_TOO_MANY_OF_A_KIND");
    bring(FAMILY, "ability-assessment", png(99)).expectStatus().isCreated();
  }

  @Test
  void onlyWhatIsAskedForIsTaken() {
    assertThat(codes(body(bring(FAMILY, "diary", jpeg(1)).expectStatus().isEqualTo(422))))
        .containsExactly("PAPER_NOT_ASKED_FOR");
    assertThat(
            codes(body(bring(FAMILY, "proof-of-veteran", jpeg(1)).expectStatus().isEqualTo(422))))
        .containsExactly("PAPER_NOT_ASKED_FOR");
    see(STAFF, "proof-of-veteran", askedAgain("MATERIAL_INCOMPLETE")).expectStatus().isOk();
    bring(FAMILY, "proof-of-veteran", jpeg(1)).expectStatus().isCreated();
  }

  @Test
  void anothersPapersDoNotExist() {
    var id = brought("identity", jpeg(1));
    var passed = Map.<String, Object>of("outcome", "PASSED");
    bring(OTHER, "identity", jpeg(2)).expectStatus().isNotFound();
    client(OTHER).get().uri(contentOf(id)).exchange().expectStatus().isNotFound();
    remove(OTHER, id).expectStatus().isNotFound();
    client(OTHER).get().uri(evidence(), application).exchange().expectStatus().isNotFound();
    judge(OTHER_STAFF, id, passed).expectStatus().isNotFound();
    read(OTHER_STAFF, id, "好奇").expectStatus().isNotFound();
    see(OTHER_STAFF, "identity", passed).expectStatus().isNotFound();
    client(OTHER_STAFF).get().uri(evidence(), application).exchange().expectStatus().isNotFound();
    judge(FAMILY, id, passed).expectStatus().isForbidden();
    see(FAMILY, "identity", passed).expectStatus().isForbidden();
    bring(STAFF, "identity", jpeg(2)).expectStatus().isNotFound();
    judge(STAFF, UUID.randomUUID().toString(), passed).expectStatus().isNotFound();
    assertThat(count(city.bookingDatabase(), "select count(*) from reading")).isZero();
  }

  @Test
  void aHelperBringsAndRemovesLikeTheApplicant() {
    var code =
        body(client(FAMILY).post().uri("/api/applications/{id}/helper", application).exchange());
    client(OTHER).post().uri("/api/helpers").bodyValue(code).exchange().expectStatus().isOk();
    var id = body(bring(OTHER, "identity", jpeg(1)).expectStatus().isCreated());
    assertThat(content(OTHER, id.get("id").asString())).isEqualTo(jpeg(1));
    remove(OTHER, id.get("id").asString()).expectStatus().isNoContent();
  }

  @Test
  void whoeverBroughtAPaperTakesItBackUntilItIsJudged() {
    var mistaken = brought("identity", jpeg(1));
    remove(FAMILY, mistaken).expectStatus().isNoContent();
    remove(FAMILY, mistaken).expectStatus().isNotFound();
    client(FAMILY).get().uri(contentOf(mistaken)).exchange().expectStatus().isNotFound();
    assertThat(standings()).startsWith("identity MISSING");

    var judged = brought("identity", jpeg(2));
    judge(STAFF, judged, Map.of("outcome", "PASSED")).expectStatus().isOk();
    assertThat(codes(body(remove(FAMILY, judged).expectStatus().isEqualTo(409))))
        .containsExactly("DOCUMENT_WAS_JUDGED");
  }

  @Test
  void whatIsAskedForAgainSaysWhatIsWrongAndWhatToDo() {
    var id = brought("ability-assessment", pdf(1));
    var verdict =
        Map.of(
            "outcome",
            "ASKED_AGAIN",
            "reasons",
            List.of(
                Map.of("code", "MATERIAL_OUT_OF_DATE", "field", "elder.assessed-on"),
                Map.of("code", "MATERIAL_INCOMPLETE")));
    judge(STAFF, id, verdict).expectStatus().isOk();
    var shown = list(FAMILY).at("/items/0");
    assertThat(shown.get("state").asString()).isEqualTo("ASKED_AGAIN");
    assertThat(shown.at("/reasons/0/field").asString()).isEqualTo("elder.assessed-on");
    assertThat(shown.at("/reasons/0/message").asString()).isEqualTo("It is no longer valid.");
    assertThat(shown.at("/reasons/0/remedy").asString()).isEqualTo("Get a new one and send that.");
    assertThat(standings()).contains("ability-assessment ASKED_AGAIN");
    assertThat(
            count(
                city.bookingDatabase(),
                "select count(*) from notice where kind = 'PAPERS_ASKED' and application = '%s'"
                    .formatted(application)))
        .isOne();

    brought("ability-assessment", pdf(2));
    assertThat(standings()).contains("ability-assessment WAITING");
  }

  @ParameterizedTest
  @CsvSource({
    "ASKED_AGAIN, , VERDICT_NEEDS_ITS_REASONS",
    "PASSED, MATERIAL_MISMATCH, VERDICT_NEEDS_ITS_REASONS",
    "ASKED_AGAIN, UGLY, VERDICT_CODE_UNKNOWN",
  })
  void aVerdictThatSaysNothingIsNotWritten(String outcome, String reason, String code) {
    var id = brought("identity", jpeg(1));
    var reasons = reason == null ? List.of() : List.of(Map.of("code", reason));
    assertThat(
            codes(
                body(
                    judge(STAFF, id, Map.of("outcome", outcome, "reasons", reasons))
                        .expectStatus()
                        .isEqualTo(422))))
        .containsExactly(code);
    assertThat(standings()).startsWith("identity WAITING");
  }

  @Test
  void nothingIsFoundSoundWithoutItsPapers() {
    var found = findings(3, "low-income");
    var no = body(families.reviewUnseen(STAFF, sent, found).expectStatus().isEqualTo(422));
    assertThat(no.get("type").asString()).isEqualTo("/problems/papers-missing");
    assertThat(no.get("reasons").valueStream().map(it -> it.get("field").asString()))
        .containsExactly("paper.identity", "paper.ability-assessment", "paper.proof-of-low-income");

    var identity = brought("identity", jpeg(1));
    var assessment = brought("ability-assessment", pdf(1));
    see(STAFF, "proof-of-low-income", Map.of("outcome", "PASSED")).expectStatus().isOk();
    judge(STAFF, identity, Map.of("outcome", "PASSED")).expectStatus().isOk();
    askAgain(assessment, "MATERIAL_UNREADABLE");
    var again = body(families.reviewUnseen(STAFF, sent, found).expectStatus().isEqualTo(422));
    assertThat(codes(again)).containsExactly("PAPER_ASKED_AGAIN");

    var better = brought("ability-assessment", pdf(2));
    var unseen = body(families.reviewUnseen(STAFF, sent, found).expectStatus().isEqualTo(422));
    assertThat(codes(unseen)).containsExactly("PAPER_TO_BE_LOOKED_AT");
    assertThat(count(city.bookingDatabase(), "select count(*) from decision")).isZero();

    judge(STAFF, better, Map.of("outcome", "PASSED")).expectStatus().isOk();
    var queued = body(families.reviewUnseen(STAFF, sent, found).expectStatus().isOk());
    assertThat(queued.get("state").asString()).isEqualTo("QUEUED");
  }

  @Test
  void whatWasClaimedAndNotFoundNeedsNoProof() {
    for (var kind : List.of("identity", "ability-assessment")) {
      see(STAFF, kind, Map.of("outcome", "PASSED")).expectStatus().isOk();
    }
    families.reviewUnseen(STAFF, sent, findings(3)).expectStatus().isOk();
  }

  @Test
  void aPersonSaysNoWithoutPapersToo() {
    var refused = body(families.reviewUnseen(STAFF, sent, findings(3), "NOT_QUALIFIED"));
    assertThat(refused.get("state").asString()).isEqualTo("INELIGIBLE");
    // New papers may be what an appeal is about.
    bring(FAMILY, "identity", jpeg(1)).expectStatus().isCreated();
    age("ENDED", 0);
    bring(FAMILY, "identity", jpeg(2)).expectStatus().isEqualTo(409);
  }

  @Test
  void staffBringAndSeeThePapersOfWhoCameOnPaper() {
    var draft =
        body(
            client(STAFF)
                .post()
                .uri("/api/applications")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(
                    Map.of("programme", "elder-care", "channel", "PAPER", "answers", elder(9)))
                .exchange()
                .expectStatus()
                .isCreated());
    application = draft.get("id").asString();
    var id = body(bring(STAFF, "identity", jpeg(1)).expectStatus().isCreated()).get("id");
    judge(STAFF, id.asString(), Map.of("outcome", "PASSED")).expectStatus().isOk();
    see(STAFF, "ability-assessment", Map.of("outcome", "PASSED")).expectStatus().isOk();
    client(STAFF).get().uri(contentOf(id.asString())).exchange().expectStatus().isEqualTo(422);
    read(STAFF, id.asString(), "复核").expectStatus().isOk();
    var submitted = body(families.submit(STAFF, draft, false).expectStatus().isOk());
    families.reviewUnseen(STAFF, submitted, findings(3)).expectStatus().isOk();
  }

  @Test
  void theLatestSightIsTheOneThatCounts() {
    see(STAFF, "identity", askedAgain("MATERIAL_OUT_OF_DATE")).expectStatus().isOk();
    assertThat(standings()).startsWith("identity ASKED_AGAIN");
    see(STAFF, "identity", Map.of("outcome", "PASSED")).expectStatus().isOk();
    assertThat(standings()).startsWith("identity PASSED");
    assertThat(list(FAMILY).get("items")).hasSize(1);
    see(STAFF, "diary", Map.of("outcome", "PASSED")).expectStatus().isNotFound();
  }

  /** A crash can leave a row whose content is half here, whole here, or not here at all. */
  @ParameterizedTest
  @CsvSource({"before its content came", "while its content came", "before anybody said so"})
  void whatACrashLeftIsCleared(String when) throws IOException {
    var id = brought("identity", jpeg(1));
    var kept = kept(id);
    switch (when) {
      case "before its content came" -> Files.delete(kept);
      case "while its content came" ->
          Files.move(kept, Files.createDirectories(arriving()).resolve(id));
      default -> assertThat(kept).exists();
    }
    Statements.run(
        city.bookingDatabase(),
        """
        update document set content = 'ARRIVING', media_type = null, bytes = null, sha256 = null,
          moved_at = now() - interval '9 minutes'
        """);
    assertThat(list(FAMILY).get("items")).isEmpty();
    somePass();
    assertThat(count(city.bookingDatabase(), "select count(*) from document")).isOne();
    pass("moved_at = now() - interval '11 minutes'");
    eventuallyNothingIsLeft();
  }

  @Test
  void whatWasTakenBackIsErasedAndNothingElse() throws IOException {
    var stays = brought("identity", jpeg(1));
    var goes = brought("identity", jpeg(2));
    remove(FAMILY, goes).expectStatus().isNoContent();
    pass("moved_at = now() - interval '2 minutes' where content = 'LEAVING'");
    eventually("select count(*) from document", 1);
    assertThat(kept(goes)).doesNotExist();
    assertThat(content(FAMILY, stays)).isEqualTo(jpeg(1));
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED, 89, 91",
    "ASKED_AGAIN, 29, 31",
  })
  void theVerdictAndAHashStayAndTheContentGoesByDate(String outcome, int before, int after)
      throws IOException {
    var id = brought("identity", jpeg(1));
    judge(
            STAFF,
            id,
            outcome.equals("PASSED") ? Map.of("outcome", outcome) : askedAgain("MATERIAL_MISMATCH"))
        .expectStatus()
        .isOk();
    pass("judged_at = now() - interval '%d days'".formatted(before));
    somePass();
    assertThat(content(FAMILY, id)).isEqualTo(jpeg(1));

    pass("judged_at = now() - interval '%d days'".formatted(after));
    eventually("select count(*) from document where content = 'KEPT'", 0);
    pass("moved_at = now() - interval '2 minutes'");
    eventually("select count(*) from document where content = 'NONE'", 1);
    assertThat(kept(id)).doesNotExist();
    client(FAMILY).get().uri(contentOf(id)).exchange().expectStatus().isNotFound();
    var shown = list(FAMILY).at("/items/0");
    assertThat(shown.get("state").asString()).isEqualTo(outcome);
    assertThat(shown.get("sha256").asString()).hasSize(64);
    assertThat(shown.get("content")).isNull();
    assertThat(codes(body(judge(STAFF, id, Map.of("outcome", "PASSED")))))
        .containsExactly("DOCUMENT_ERASED");
  }

  @ParameterizedTest
  @CsvSource({
    "WITHDRAWN, 59, 61",
    "INELIGIBLE, 59, 61",
    "ENDED, 59, 61",
    "DRAFT, 89, 91",
  })
  void whatNobodyJudgedIsErasedWholeWhenTheApplicationIsLongOver(
      String state, int before, int after) throws IOException {
    brought("identity", jpeg(1));
    age(state, before);
    somePass();
    assertThat(count(city.bookingDatabase(), "select count(*) from document")).isOne();
    age(state, after);
    eventually("select count(*) from document where content = 'LEAVING'", 1);
    pass("moved_at = now() - interval '2 minutes'");
    eventuallyNothingIsLeft();
  }

  @Test
  void aChangeLeavesItsTrace() {
    var id = brought("identity", jpeg(1));
    judge(STAFF, id, Map.of("outcome", "PASSED")).expectStatus().isOk();
    var trace =
        city.bookingDatabase()
            .sql("select what from document_change where application = :id order by change")
            .bind("id", UUID.fromString(application))
            .mapValue(String.class)
            .all()
            .collectList()
            .blockOptional()
            .orElseThrow();
    assertThat(trace).containsExactly("ADDED", "PASSED");
  }

  @Test
  void theApiSaysOfItself() {
    var api = city.client().get().uri("/v3/api-docs").exchange().expectStatus().isOk();
    var bring = body(api).at("/paths/~1api~1applications~1{application}~1evidence/post");
    assertThat(bring.at("/requestBody/content").propertyNames())
        .contains("image/jpeg", "image/png", "application/pdf");
    assertThat(bring.at("/requestBody/content/image~1jpeg/schema/format").asString())
        .isEqualTo("binary");
  }

  private static void age(String state, int days) {
    Statements.run(
        city.bookingDatabase(),
        "update document set added_at = now() - interval '%d days'".formatted(days),
        """
        update application set state = '%s', changed_at = now() - interval '%d days'
        """
            .formatted(state, days));
  }

  /** Time goes by. */
  private static void pass(String set) {
    Statements.run(city.bookingDatabase(), "update document set " + set);
  }

  /** Some rounds of the sweeper: a document of another application has gone meanwhile. */
  private void somePass() {
    Statements.run(
        city.bookingDatabase(),
        """
        insert into document (document, application, kind, content, moved_at)
        values ('%s', '%s', 'project', 'LEAVING', now() - interval '1 day')
        """
            .formatted(UUID.randomUUID(), application));
    eventually("select count(*) from document where kind = 'project'", 0);
  }

  private static void eventually(String query, long expected) {
    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (count(city.bookingDatabase(), query) != expected && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    assertThat(count(city.bookingDatabase(), query)).as(query).isEqualTo(expected);
  }

  private static void eventuallyNothingIsLeft() throws IOException {
    eventually("select count(*) from document", 0);
    try (var files = Files.walk(city.evidence())) {
      assertThat(files.filter(Files::isRegularFile).filter(EvidenceApiTest::isOfNow)).isEmpty();
    }
  }

  /** Contents of other tests, whose rows were cut off with their applications. */
  private static boolean isOfNow(Path file) {
    return !file.toString().contains("/kept/");
  }

  private static Path kept(String id) {
    return city.evidence().resolve("kept").resolve(id.substring(id.length() - 2)).resolve(id);
  }

  private static Path arriving() {
    return city.evidence().resolve("arriving");
  }

  private static Map<String, Object> askedAgain(String code) {
    return Map.of("outcome", "ASKED_AGAIN", "reasons", List.of(Map.of("code", code)));
  }

  private static void askAgain(String id, String code) {
    judge(STAFF, id, askedAgain(code)).expectStatus().isOk();
  }

  private String brought(String kind, byte[] file) {
    return body(bring(FAMILY, kind, file).expectStatus().isCreated()).get("id").asString();
  }

  private ResponseSpec bring(String person, String kind, byte[] file) {
    return client(person)
        .post()
        .uri("/api/applications/{id}/evidence?kind={kind}", application, kind)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(file)
        .exchange();
  }

  private JsonNode list(String person) {
    return body(client(person).get().uri(evidence(), application).exchange().expectStatus().isOk());
  }

  private List<String> standings() {
    return list(FAMILY)
        .get("papers")
        .valueStream()
        .map(paper -> paper.get("kind").asString() + " " + paper.get("state").asString())
        .toList();
  }

  private static byte[] content(String person, String id) {
    return client(person)
        .get()
        .uri(contentOf(id))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(byte[].class)
        .returnResult()
        .getResponseBody();
  }

  private static ResponseSpec read(String staff, String id, String reason) {
    return client(staff)
        .put()
        .uri("/api/evidence/{id}/reading", id)
        .bodyValue(Map.of("reason", reason))
        .exchange();
  }

  private static ResponseSpec judge(String staff, String id, Map<String, ?> verdict) {
    return client(staff).put().uri("/api/evidence/{id}/verdict", id).bodyValue(verdict).exchange();
  }

  private ResponseSpec see(String staff, String kind, Map<String, ?> verdict) {
    return client(staff)
        .put()
        .uri("/api/applications/{id}/papers/{kind}/verdict", application, kind)
        .bodyValue(verdict)
        .exchange();
  }

  private static ResponseSpec remove(String person, String id) {
    return client(person).delete().uri("/api/evidence/{id}", id).exchange();
  }

  private static String contentOf(String id) {
    return "/api/evidence/" + id + "/content";
  }

  private static String evidence() {
    return "/api/applications/{id}/evidence";
  }

  private static List<String> codes(JsonNode problem) {
    return problem.get("reasons").valueStream().map(it -> it.get("code").asString()).toList();
  }

  /** Contents may be larger than a test's client takes by itself. */
  private static WebTestClient client(String person) {
    return city.client(person)
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1_048_576))
        .build();
  }
}
