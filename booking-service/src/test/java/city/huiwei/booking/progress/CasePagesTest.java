package city.huiwei.booking.progress;

import static city.huiwei.booking.PageVisitor.hidden;
import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.PageVisitor;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pages of an application after it was sent, read as a browser without JavaScript does. */
@NullUnmarked
class CasePagesTest {

  private static final String STAFF = "caseworker-op-care";
  private static final String MANAGER = "manager-op-care";
  private static final String FAMILY = "family-00001";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static TestCity city;
  private static Families families;
  private final PageVisitor family = new PageVisitor(city, FAMILY);
  private final PageVisitor stranger = new PageVisitor(city, "family-00009");

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
  void allBedsAreTakenAndNobodyWaits() {
    city.forgetApplications();
    city.takeAllBeds();
  }

  @Test
  void aDraftIsWrittenOnWhereItIsWritten() {
    var draft = body(families.start(FAMILY, "elder-care", elder(1))).get("id").asString();
    assertThat(family.led("/applications/" + draft)).isEqualTo("/applications/" + draft + "/tasks");
  }

  @Test
  void whoHasSentSeesWhenThePapersAreChecked() {
    var page = family.open("/applications/" + sent());
    assertThat(page)
        .contains("Sent, to be checked", "Papers are checked", "By <time")
        .doesNotContain("Where you stand");
  }

  @Test
  void whoWaitsSeesWhereTheyStandAndNobodyElse() {
    queued(2, "destitute");
    var mine = queued(1);
    assertThat(family.open("/applications/" + mine))
        .contains("Number 2 on the list", "Class 3", "cannot be estimated yet");
    assertThat(family.open("/applications/" + mine + "/why"))
        .contains("Check: passed, put in order", "Decided by a member of staff", "version 2026-1")
        .contains("Nobody has been offered a place yet.", "No member of staff has opened")
        .contains("Object by", "/appeals/new?decision=")
        .doesNotContain("林秀英");
  }

  @Test
  void whoWaitsSeesWhatTheLastOneHadWhoWasOfferedAPlace() {
    queued(2, "destitute");
    var mine = queued(1);
    free();
    await().atMost(SOON).until(() -> openOffers() == 1);
    assertThat(family.open("/applications/" + mine + "/why"))
        .contains("Last one offered a place", "was of class 1, which comes before yours");
  }

  @Test
  void whoWaitsSeesHowLongItTakesOnceEnoughBedsWereSeenToBecomeFree() {
    var mine = queued(1);
    Statements.run(
        city.bookingDatabase(),
        """
        insert into offer (offer, application, programme, party, pools, site, operator, begins, state,
          deadline, answered_at, driven_at, ranking, listed_at)
        select gen_random_uuid(), '%s', 'elder-care', '', '{ec-002.female-2-4}', 'ec-002', 'op-care',
          current_date, 'BOOKED', now(), now() - n * interval '30 days', null, '', now()
        from generate_series(1, 8) n
        """
            .formatted(mine));
    assertThat(family.open("/applications/" + mine))
        .contains("5 in 10 wait at most", "9 in 10 wait at most", "no promise")
        .doesNotContain("cannot be estimated");
  }

  @Test
  void whoReadThePapersIsNamedWithTheReason() {
    var mine = sent();
    city.client(STAFF)
        .put()
        .uri("/api/operator/applications/{id}/reading", mine)
        .bodyValue(Map.of("reason", "核对评估报告"))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(family.open("/applications/" + mine + "/why"))
        .contains("Kangyang Care (sample)", "核对评估报告");
  }

  @Test
  void anOfferIsTakenByAPostedFormAndByNothingElse() {
    var mine = queued(1);
    var offer = offered(mine);
    assertThat(family.open("/applications/" + mine))
        .contains("A place is offered to you", "Please answer by", "/offers/" + offer);
    assertThat(family.open("/offers/" + offer))
        .contains("Kangyuan", "Women", "2 to 4", "0755-55550001", "monthly fee by bed");
    assertThat(family.open("/offers/" + offer + "/acceptance"))
        .contains("What follows", "name=\"_csrf\"", "method=\"post\"");
    assertThat(family.open("/offers/" + offer + "/refusal"))
        .contains("Too far away", "You keep your place in the order", "From time 2 on:");
    assertThat(openOffers()).as("looking decides nothing").isOne();

    assertThat(family.sent("/offers/" + offer + "/acceptance")).isEqualTo("/offers/" + offer);
    assertThat(family.open("/offers/" + offer)).contains("The place is yours", "ec-002-24-1");
    assertThat(family.led("/offers/" + offer + "/refusal")).isEqualTo("/offers/" + offer);
    assertThat(family.open("/applications/" + mine))
        .contains("the site arranges with you", "/residence", "Moving in", "How was it?");
    assertThat(family.open("/applications/" + mine + "/residence"))
        .contains("Kangyuan", "Place accepted", "ec-002-24-1");
  }

  @Test
  void aRefusalNeedsAReasonAndKeepsThePlaceInTheOrder() {
    var mine = queued(1);
    var offer = offered(mine);
    assertThat(family.refused("/offers/" + offer + "/refusal", 422))
        .contains("This question is not answered.", "href=\"#reason\"", "Too far away");
    assertThat(openOffers()).isOne();
    family.sent("/offers/" + offer + "/refusal", "reason", "TOO_FAR");
    assertThat(family.open("/offers/" + offer))
        .contains("You refused this place", "Too far away")
        .doesNotContain("/acceptance");
    assertThat(family.open("/applications/" + mine)).contains("Earlier offers", "You refused");
  }

  @Test
  void afterTheDeadlineItIsSaidToBeOverAndCannotBeAnswered() {
    var mine = queued(1);
    var offer = offered(mine);
    city.takeAllBeds();
    Statements.run(
        city.bookingDatabase(), "update offer set deadline = now() - interval '1 second'");
    assertThat(family.open("/offers/" + offer))
        .contains("The time to answer is over", "Your application stays")
        .doesNotContain("/acceptance");
    assertThat(family.refused("/offers/" + offer + "/acceptance", 409))
        .contains("The time to answer is over.");
    assertThat(family.refused("/offers/" + offer + "/refusal", 409, "reason", "OTHER"))
        .contains("The time to answer is over.");
  }

  @Test
  void whoRestsSaysThatTheyStillWait() {
    var mine = queued(1);
    state(mine, "DORMANT");
    assertThat(family.open("/applications/" + mine))
        .contains("Are you still waiting?", "/applications/" + mine + "/contact");
    family.sent("/applications/" + mine + "/contact");
    assertThat(family.open("/applications/" + mine)).contains("Waiting").doesNotContain("Are you");
  }

  @Test
  void whoIsRefusedObjectsAndReadsTheAnswer() {
    var mine = refused();
    var why = family.open("/applications/" + mine);
    assertThat(why).contains("Not eligible", "Why not", "Object to this decision");
    var form = family.open(link(why, "/applications/" + mine + "/appeals/new\\?decision=[^\"]+"));
    assertThat(form).contains("checked=\"checked\"", "Check: not eligible", "5 working days");
    var key = hidden(form, "key");
    var decision = decision();
    var path = "/applications/" + mine + "/appeals";

    assertThat(family.refused(path, 422, "key", key, "decision", decision, "text", " "))
        .contains("The text is empty", "href=\"#text\"", key);
    var appeal = family.sent(path, "key", key, "decision", decision, "text", "等级评低了");
    assertThat(family.sent(path, "key", key, "decision", decision, "text", "等级评低了"))
        .as("the same form again")
        .isEqualTo(appeal);
    assertThat(family.open(appeal)).contains("We have it", "等级评低了", "By <time");
    assertThat(family.refused(path, 409, "key", "other", "decision", decision, "text", "再问"))
        .contains("There is an open appeal", "再问");

    var id = appeal.replaceAll("/appeals/|\\?.*", "");
    city.client(MANAGER)
        .put()
        .uri("/api/operator/appeals/{id}/answer", id)
        .bodyValue(Map.of("outcome", "CORRECTED", "text", "已重新评估"))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(family.open("/appeals/" + id))
        .contains("Answered: the decision is made anew", "已重新评估");
    assertThat(family.open("/applications/" + mine)).contains("Objections and questions", id);
    stranger.open("/appeals/" + id, 404);
  }

  @Test
  void aQuestionIsAboutNoDecision() {
    var mine = sent();
    var path = "/applications/" + mine + "/appeals";
    var key = hidden(family.open(path + "/new"), "key");
    var asked = family.sent(path, "key", key, "decision", "", "text", "何时评估<b>？");
    assertThat(family.open(asked)).contains("Question", "何时评估&lt;b&gt;？");
  }

  @Test
  void whoWithdrawsIsToldWhatIsLostFirstAndSaysHowItWas() {
    var mine = queued(1);
    var offer = offered(mine);
    assertThat(family.open("/applications/" + mine + "/withdrawal"))
        .contains("cannot be undone", "Your place in the order is lost", "goes to the next one");
    assertThat(openOffers()).isOne();
    family.sent("/applications/" + mine + "/withdrawal");
    var page = family.open("/applications/" + mine);
    assertThat(page).contains("Withdrawn", "How was it?").doesNotContain("/withdrawal\"");
    assertThat(family.open("/offers/" + offer)).contains("The application was withdrawn");
    assertThat(family.led("/applications/" + mine + "/withdrawal"))
        .isEqualTo("/applications/" + mine);

    family.sent("/applications/" + mine + "/rating", "grade", "BAD");
    family.sent("/applications/" + mine + "/rating", "grade", "GOOD");
    family.refused("/applications/" + mine + "/rating", 422);
    assertThat(family.open("/applications/" + mine))
        .contains("Thank you", "aria-pressed=\"true\">Good");
    city.client(FAMILY)
        .put()
        .uri("/api/applications/{id}/rating", mine)
        .bodyValue(Map.of("grade", "VERY_GOOD"))
        .exchange()
        .expectStatus()
        .isOk();
    var figures = figures(STAFF);
    assertThat(figures.at("/grades/VERY_GOOD").asInt()).isOne();
    assertThat(figures.at("/grades/BAD").asInt()).as("the last word counts").isZero();
    assertThat(figures("caseworker-op-home").at("/grades/VERY_GOOD").asInt()).isZero();
    city.client(FAMILY)
        .get()
        .uri("/api/operator/ratings/figures")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void whatIsUnderWayIsNotRatedYet() {
    var mine = queued(1);
    assertThat(family.open("/applications/" + mine)).doesNotContain("How was it?");
    family.refused("/applications/" + mine + "/rating", 409, "grade", "GOOD");
    assertThat(count(city.bookingDatabase(), "select count(*) from rating")).isZero();
  }

  @Test
  void withACodeSomebodyHelpsUntilConsentIsTakenBack() {
    var mine = queued(1);
    var helper = new PageVisitor(city, "family-00002");
    helper.open("/applications/" + mine, 404);
    assertThat(family.open("/applications/" + mine + "/helper")).contains("Give a code");
    var page = family.refused("/applications/" + mine + "/helper", 200);
    var code = Pattern.compile("[2-9B-Z]{5}-[2-9B-Z]{5}").matcher(page);
    assertThat(code.find()).isTrue();

    assertThat(helper.refused("/help", 422, "code", "22222-22222"))
        .contains("The code is wrong", "value=\"22222-22222\"", "href=\"#code\"");
    assertThat(helper.sent("/help", "code", code.group().toLowerCase(Locale.ROOT)))
        .isEqualTo("/applications/" + mine);
    assertThat(helper.open("/applications/" + mine)).contains("Waiting");
    assertThat(helper.open("/help")).contains("/applications/" + mine);
    assertThat(helper.open("/applications/" + mine + "/helper"))
        .contains("You act for somebody else", "Stop helping")
        .doesNotContain("Give a code");
    assertThat(family.open("/applications/" + mine + "/helper")).contains("Somebody helps you");

    family.sent("/applications/" + mine + "/helper/end");
    helper.open("/applications/" + mine, 404);
    assertThat(helper.open("/help")).doesNotContain(mine);
  }

  @Test
  void aResidenceIsToldStepByStep() {
    var mine = queued(1);
    family.sent("/offers/" + offered(mine) + "/acceptance");
    step("PUBLISH", Map.of("day", TestCity.today().plusDays(5).toString()));
    assertThat(family.open("/applications/" + mine + "/residence"))
        .contains("Result public", "open to objections, until");
    var results = stranger.open("/programmes/elder-care/publicity");
    assertThat(results).contains("Results in public", "/objection").doesNotContain("林秀英");
    var objection = results.replaceAll("(?s).*(/publicity/[^\"]*/objection).*", "$1");
    assertThat(stranger.open(objection)).contains("What is wrong", "not who");
    assertThat(stranger.refused(objection, 422, "note", "")).contains("href=\"#note\"");
    var sent = stranger.sent(objection, "note", "等级与事实不符");
    assertThat(stranger.open(sent)).contains("Your objection was sent");
    assertThat(stranger.refused(objection, 409, "note", "还有"))
        .contains("objected to this result already", "还有");
    Statements.run(city.bookingDatabase(), "update residence set until = current_date - 1");
    step("SIGN", Map.of());
    step("MOVE_IN", Map.of("day", TestCity.today().plusMonths(12).toString()));
    assertThat(family.open("/applications/" + mine + "/residence"))
        .contains("In use", "Next assessment", "Agreement signed", "Moved in");
    step("LOOK", Map.of("day", TestCity.today().plusMonths(12).toString(), "needsAnother", true));
    step("GO_AWAY", Map.of("day", TestCity.today().plusDays(7).toString()));
    assertThat(family.open("/applications/" + mine + "/residence"))
        .contains("On leave", "Place kept until", "The place does not suit any more");
    step("LEAVE", Map.of());
    assertThat(family.open("/applications/" + mine)).contains("Ended", "How was it?");
    assertThat(family.open("/applications/" + mine + "/residence")).contains("You have left");
  }

  @Test
  void anothersApplicationIsNotThere() {
    var mine = queued(1);
    var offer = offered(mine);
    for (var page : List.of("", "/why", "/withdrawal", "/appeals/new", "/helper", "/residence")) {
      stranger.open("/applications/" + mine + page, 404);
    }
    for (var page : List.of("", "/acceptance", "/refusal")) {
      stranger.open("/offers/" + offer + page, 404);
    }
    for (var form : List.of("/withdrawal", "/contact", "/appeals", "/helper", "/helper/end")) {
      stranger.refused("/applications/" + mine + form, 404, "key", "k", "text", "t");
    }
    stranger.refused("/applications/" + mine + "/rating", 404, "grade", "BAD");
    stranger.refused("/offers/" + offer + "/acceptance", 404);
    stranger.refused("/offers/" + offer + "/refusal", 404, "reason", "OTHER");
    assertThat(openOffers()).isOne();
  }

  @Test
  void whoIsNotSignedInSignsInFirst() {
    for (var path : List.of("/applications/x", "/offers/x", "/appeals/x", "/help")) {
      city.client()
          .get()
          .uri(path)
          .header("Accept", "text/html")
          .exchange()
          .expectHeader()
          .location("/oauth2/authorization/city");
    }
  }

  private static String sent() {
    var draft = body(families.start(FAMILY, "elder-care", elder(1)).expectStatus().isCreated());
    return body(families.submit(FAMILY, draft, false).expectStatus().isOk()).get("id").asString();
  }

  private static String refused() {
    var draft = body(families.start(FAMILY, "elder-care", elder(1)).expectStatus().isCreated());
    var sent = body(families.submit(FAMILY, draft, false).expectStatus().isOk());
    families.review(STAFF, sent, findings(3), "MATERIAL_MISMATCH").expectStatus().isOk();
    return sent.get("id").asString();
  }

  private static String queued(int number, String... categories) {
    return families.queued(
        "family-%05d".formatted(number),
        "elder-care",
        elder(number),
        STAFF,
        findings(3, categories));
  }

  private static String offered(String application) {
    free();
    await().atMost(SOON).until(() -> openOffers() == 1);
    return families.look(FAMILY, application).at("/offers/0/id").asString();
  }

  private static void free() {
    Statements.run(
        city.inventoryDatabase(),
        "delete from hold where site = 'ec-002'",
        "update stock set version = version + 1");
  }

  private static long openOffers() {
    return count(city.bookingDatabase(), "select count(*) from offer where state = 'OPEN'");
  }

  private static void state(String application, String state) {
    Statements.run(
        city.bookingDatabase(),
        "update application set state = '%s' where application = '%s'"
            .formatted(state, application));
  }

  private static String decision() {
    return city.bookingDatabase()
        .sql("select decision::text from decision")
        .mapValue(String.class)
        .one()
        .block();
  }

  private static String link(String page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group().replace("&amp;", "&");
  }

  private static JsonNode figures(String staff) {
    return body(
        city.client(staff)
            .get()
            .uri("/api/operator/ratings/figures")
            .exchange()
            .expectStatus()
            .isOk());
  }

  /** What staff take down of the only residence. */
  private static void step(String step, Map<String, Object> more) {
    var now =
        body(
            city.client(FAMILY)
                .get()
                .uri("/api/applications/{id}/residences", onlyApplication())
                .exchange());
    var turn = new HashMap<String, Object>(Map.of("needsAnother", false));
    turn.put("step", step);
    turn.put("version", now.at("/items/0/version").asInt());
    turn.putAll(more);
    city.client(STAFF)
        .put()
        .uri("/api/operator/residences/{id}/step", now.at("/items/0/id").asString())
        .bodyValue(turn)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static String onlyApplication() {
    return city.bookingDatabase()
        .sql("select application::text from residence")
        .mapValue(String.class)
        .one()
        .block();
  }
}
