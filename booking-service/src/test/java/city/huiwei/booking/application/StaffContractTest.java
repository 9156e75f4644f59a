package city.huiwei.booking.application;

import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.contract.AppealDesk;
import city.huiwei.booking.contract.ApplicationState;
import city.huiwei.booking.contract.Channel;
import city.huiwei.booking.contract.Counter;
import city.huiwei.booking.contract.DuplicateDesk;
import city.huiwei.booking.contract.ResidenceDesk;
import city.huiwei.booking.contract.ReviewDesk;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.contract.WordedReason;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the staff's pages are promised of applications, in process and over HTTP alike. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StaffContractTest {

  private static final String CASEWORKER = "caseworker-op-care";
  private static final String MANAGER = "manager-op-care";
  private static final String STRANGER = "manager-op-port";
  private static final String FAMILY = "family-00001";
  private static final UUID NOWHERE = UUID.fromString("00000000-0000-7000-8000-000000000000");

  private TestCity city;
  private Families families;
  private ReviewDesk desk;

  /** The contract as that member of staff sees it. */
  abstract <T> T as(TestCity city, String person, Class<T> contract);

  /** How "not found" reads on this side of the contract; the others likewise. */
  abstract String notFound();

  abstract String wrongState();

  abstract String changedMeanwhile();

  abstract String invalid();

  abstract String forbidden();

  @BeforeAll
  void open() {
    city = TestCity.withRooms(1);
    city.addBeds("ec-002", 1, 2, 4);
    families = new Families(city);
    desk = as(city, CASEWORKER, ReviewDesk.class);
  }

  @AfterAll
  void close() {
    city.close();
  }

  @BeforeEach
  void nobodyApplied() {
    city.forgetEverything();
    Statements.run(city.inventoryDatabase(), "update stock set version = version + 1");
  }

  @Test
  void whatNamesAPersonIsMaskedUntilSomebodySaysWhyTheyReadIt() {
    var id = id(sent(FAMILY, 1));
    var file = desk.file(id).block();
    assertThat(answers(file.answers(), "elder.name")).containsExactly("林****");
    assertThat(answers(file.answers(), "elder.telephone")).containsExactly("138****01");
    assertThat(answers(file.answers(), "elder.level")).containsExactly("3");
    assertThat(file.readings()).isEmpty();
    refused(() -> desk.read(id, new ReviewDesk.Why(" ")), invalid());

    var open = desk.read(id, new ReviewDesk.Why("核对身份证")).block();
    assertThat(open.answers().get("elder.name")).containsExactly("林秀英");
    assertThat(desk.file(id).block().readings())
        .singleElement()
        .satisfies(reading -> assertThat(reading.reason()).isEqualTo("核对身份证"));
  }

  @Test
  void anApplicationIsFoundByProgrammeAndAgeCheckedAndItsRankTold() {
    city.takeAllBeds();
    var submitted = sent(FAMILY, 1);
    var id = id(submitted);
    var line = listed("elder-care", 0).getFirst();
    assertThat(line.reference()).isEqualTo(submitted.get("reference").asString());
    assertThat(listed("industrial-space", 0)).isEmpty();
    assertThat(listed(null, 1)).isEmpty();
    Statements.run(
        city.bookingDatabase(), "update application set since = since - interval '25 hours'");
    assertThat(listed(null, 1)).hasSize(1);
    assertThat(listed(null, 2)).isEmpty();

    var file = desk.file(id).block();
    assertThat(file.mayPass()).isTrue();
    assertThat(answers(file.findings(), "elder.level")).containsExactly("3");
    refused(() -> review(line.version(), id, findings(3), "NO_SUCH_GROUND"), invalid());
    var queued = review(line.version(), id, findings(3)).block();
    assertThat(queued.state()).isEqualTo(ApplicationState.QUEUED);
    var checked = desk.file(id).block();
    assertThat(checked.rank().position()).isOne();
    assertThat(checked.mayPass()).isFalse();
    assertThat(checked.decisions())
        .singleElement()
        .satisfies(decision -> assertThat(decision.mine()).isTrue());
    refused(() -> review(line.version(), id, findings(3)), changedMeanwhile());
  }

  @Test
  void anAppealHasAnOwnerAndIsAnsweredByAnother() {
    var refused = sent(FAMILY, 1);
    review(refused.get("version").asInt(), id(refused), findings(3), "NOT_QUALIFIED").block();
    var decision = desk.file(id(refused)).block().decisions().getFirst();
    assertThat(decision.reasons().getFirst().message()).isEqualTo("经核对，不符合这个项目的条件。");
    ask(id(refused), decision.id()).expectStatus().isCreated();

    var caseworker = as(city, CASEWORKER, AppealDesk.class);
    var manager = as(city, MANAGER, AppealDesk.class);
    var appeal = caseworker.open().block().items().getFirst();
    assertThat(appeal.owner()).isEqualTo(AppealDesk.Owner.NOBODY);
    assertThat(caseworker.file(appeal.id()).block().mayAnswer()).isFalse();
    assertThat(caseworker.take(appeal.id()).block().owner()).isEqualTo(AppealDesk.Owner.ME);
    assertThat(manager.file(appeal.id()).block().appeal().owner())
        .isEqualTo(AppealDesk.Owner.COLLEAGUE);
    var answer = new AppealDesk.Resolution(AppealDesk.Outcome.CORRECTED, "已核实");
    refused(() -> caseworker.answer(appeal.id(), answer), wrongState());
    assertThat(manager.file(appeal.id()).block().mayAnswer()).isTrue();
    assertThat(manager.answer(appeal.id(), answer).block().outcome())
        .isEqualTo(AppealDesk.Outcome.CORRECTED);
    assertThat(manager.figures().block()).isEqualTo(new AppealDesk.Figures(1, 1, 0, 0));
  }

  @Test
  void twoThatAreAlikeAreLaidSideBySideBehindTheirMasks() {
    var older = id(sent(FAMILY, 1));
    var sister = elder(2);
    sister.put("elder.telephone", elder(1).get("elder.telephone"));
    var newer = id(sent("family-00002", sister));
    var duplicates = as(city, CASEWORKER, DuplicateDesk.class);
    assertThat(duplicates.open().block().items().getFirst().likeness())
        .isEqualTo(DuplicateDesk.Likeness.HOUSEHOLD);

    var rows = duplicates.compare(older, newer).block().rows();
    assertThat(rows)
        .filteredOn(row -> row.older().contains("138****01"))
        .allMatch(row -> row.equal());
    assertThat(rows)
        .filteredOn(row -> !row.equal())
        .singleElement()
        .satisfies(row -> assertThat(row.older().getFirst()).contains("****"));

    var stranger = as(city, STRANGER, DuplicateDesk.class);
    refused(() -> stranger.compare(older, newer), notFound());
    refused(() -> duplicates.compare(newer, older), notFound());
    duplicates
        .resolve(new DuplicateDesk.Finding(older, newer, DuplicateDesk.Verdict.DIFFERENT, "姐妹"))
        .block();
    assertThat(duplicates.open().block().items()).isEmpty();
    refused(() -> duplicates.compare(older, newer), notFound());
  }

  @Test
  void aResidenceIsFoundByWhatIsToBeDoneAndTellsWhatWasDone() {
    var admission = as(city, CASEWORKER, ResidenceDesk.class);
    somebodyHasTheBed();
    var agreed = list(admission, ResidenceDesk.Which.TO_ADMIT).getFirst();
    var today = TestCity.today();
    take(admission, agreed, ResidenceDesk.Step.SIGN, 0);
    assertThat(admission.file(agreed.id()).block().steps())
        .containsExactly(ResidenceDesk.Step.MOVE_IN, ResidenceDesk.Step.LEAVE);
    take(admission, agreed, ResidenceDesk.Step.MOVE_IN, 40);
    assertThat(list(admission, ResidenceDesk.Which.TO_ADMIT)).isEmpty();
    assertThat(list(admission, ResidenceDesk.Which.LIVING)).hasSize(1);
    assertThat(list(admission, ResidenceDesk.Which.LOOK_DUE)).isEmpty();
    take(admission, agreed, ResidenceDesk.Step.LOOK, 20);
    assertThat(list(admission, ResidenceDesk.Which.LOOK_DUE).getFirst().lookDue())
        .isEqualTo(today.plusDays(20));
    assertThat(list(admission, ResidenceDesk.Which.NEEDS_ANOTHER)).hasSize(1);

    var file = admission.file(agreed.id()).block();
    assertThat(file.done())
        .extracting(ResidenceDesk.Done::step)
        .containsExactly(
            ResidenceDesk.Step.LOOK,
            ResidenceDesk.Step.MOVE_IN,
            ResidenceDesk.Step.SIGN,
            ResidenceDesk.Step.AGREE);
    refused(
        () -> admission.take(agreed.id(), turn(file.residence(), ResidenceDesk.Step.AGREE, 0)),
        wrongState());
    refused(() -> as(city, STRANGER, ResidenceDesk.class).file(agreed.id()), notFound());
  }

  @Test
  void whatCameOnPaperIsTypedInPageByPageAndSent() {
    var counter = as(city, CASEWORKER, Counter.class);
    var paper = new Counter.NewDraft("elder-care", Channel.PAPER);
    var key = UUID.randomUUID().toString();
    var begun = counter.start(key, paper).block();
    assertThat(counter.start(key, paper).block().id()).isEqualTo(begun.id());
    refused(
        () -> counter.start("other", new Counter.NewDraft("elder-care", Channel.ONLINE)),
        invalid());
    var draft = counter.draft(begun.id()).block();
    assertThat(draft.pages())
        .extracting(Counter.Page::code)
        .containsExactly("elder", "hardship", "care", "wish", "consent");
    assertThat(draft.pages().getFirst().mistakes())
        .extracting(WordedReason::field)
        .contains("elder.name");
    refused(
        () -> counter.submit(begun.id(), new Counter.Submission(begun.version(), false)),
        invalid());

    var saved = counter.save(begun.id(), new Counter.NewAnswers(begun.version(), elder(1))).block();
    assertThat(counter.drafts(null).block().items()).containsExactly(saved);
    var typed = counter.draft(begun.id()).block();
    assertThat(typed.pages()).allMatch(page -> page.mistakes().isEmpty());
    assertThat(answers(typed.pages().getFirst().questions(), "elder.name")).containsExactly("林秀英");
    var stranger = as(city, STRANGER, Counter.class);
    refused(() -> stranger.draft(begun.id()), notFound());

    var sent = counter.submit(begun.id(), new Counter.Submission(saved.version(), false)).block();
    assertThat(sent.state()).isEqualTo(ApplicationState.SUBMITTED);
    assertThat(counter.drafts(null).block().items()).isEmpty();
    refused(() -> counter.draft(begun.id()), notFound());
  }

  @Test
  void staffDoNotOpenWhatSomebodyTypesThemselves() {
    var draft = body(families.start(FAMILY, "elder-care", elder(1)).expectStatus().isCreated());
    refused(() -> as(city, CASEWORKER, Counter.class).draft(id(draft)), notFound());
  }

  @Test
  void whatIsAtAnotherOperatorsDeskIsNotThere() {
    var id = id(sent(FAMILY, 1));
    var stranger = as(city, STRANGER, ReviewDesk.class);
    refused(() -> stranger.file(id), notFound());
    refused(() -> stranger.read(id, new ReviewDesk.Why("好奇")), notFound());
    refused(() -> desk.file(NOWHERE), notFound());
  }

  @Test
  void applicantsAndMonitorsHaveNoDesk() {
    for (var person : List.of(FAMILY, "monitor", "auditor", "administrator")) {
      refused(() -> as(city, person, ReviewDesk.class).file(NOWHERE), forbidden());
      refused(() -> as(city, person, AppealDesk.class).open(), forbidden());
      refused(() -> as(city, person, DuplicateDesk.class).open(), forbidden());
      refused(() -> as(city, person, ResidenceDesk.class).file(NOWHERE), forbidden());
      refused(() -> as(city, person, Counter.class).drafts(null), forbidden());
    }
  }

  private void somebodyHasTheBed() {
    var submitted = sent(FAMILY, 1);
    review(submitted.get("version").asInt(), id(submitted), findings(3)).block();
    var offer =
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> families.look(FAMILY, submitted.get("id").asString()).at("/offers/0"),
                each -> each.path("state").asString("").equals("OPEN"));
    families.accept(FAMILY, offer.get("id").asString()).expectStatus().isOk();
  }

  private static List<ResidenceDesk.ResidenceLine> list(
      ResidenceDesk admission, ResidenceDesk.Which which) {
    return admission.residences(which, null).block().items();
  }

  /** A look finds that another place is needed. */
  private static void take(
      ResidenceDesk admission,
      ResidenceDesk.ResidenceLine residence,
      ResidenceDesk.Step step,
      int days) {
    var now = admission.file(residence.id()).block().residence();
    admission.take(residence.id(), turn(now, step, days)).block();
  }

  private static ResidenceDesk.Turn turn(
      ResidenceDesk.ResidenceLine now, ResidenceDesk.Step step, int days) {
    var day = days == 0 ? null : TestCity.today().plusDays(days);
    return new ResidenceDesk.Turn(now.version(), step, day, step == ResidenceDesk.Step.LOOK, "记录");
  }

  private List<city.huiwei.booking.contract.ApplicationLine> listed(String programme, int days) {
    return desk.applications(ApplicationState.SUBMITTED, programme, days, null).block().items();
  }

  private Mono<city.huiwei.booking.contract.ApplicationLine> review(
      int version, UUID id, Map<String, List<String>> findings, String... reasons) {
    families.seeAll(CASEWORKER, id.toString(), findings);
    return desk.review(id, new ReviewDesk.Review(version, findings, List.of(reasons)));
  }

  private static void refused(Supplier<Mono<?>> asked, String how) {
    assertThatThrownBy(() -> asked.get().block()).hasMessageContaining(how);
  }

  private static List<String> answers(List<WordedQuestion> questions, String code) {
    return questions.stream()
        .filter(question -> question.code().equals(code))
        .findFirst()
        .orElseThrow()
        .answers();
  }

  private JsonNode sent(String person, int order) {
    return sent(person, elder(order));
  }

  private JsonNode sent(String person, Map<String, List<String>> answers) {
    var draft = body(families.start(person, "elder-care", answers).expectStatus().isCreated());
    return body(families.submit(person, draft, false).expectStatus().isOk());
  }

  private ResponseSpec ask(UUID application, UUID decision) {
    return city.client(FAMILY)
        .post()
        .uri("/api/appeals")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .bodyValue(Map.of("application", application, "decision", decision, "text", "评估有误"))
        .exchange();
  }

  private static UUID id(JsonNode application) {
    return UUID.fromString(application.get("id").asString());
  }
}
