package city.huiwei.booking.notice;

import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.application.Families.body;
import static city.huiwei.booking.application.Families.elder;
import static city.huiwei.booking.application.Families.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.PageVisitor;
import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import city.huiwei.ops.inbox.Received;
import city.huiwei.ops.inbox.RunningInbox;
import city.huiwei.ops.inbox.SampleInbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people are told, in the pages and by a real mail server and a real gateway. */
@NullUnmarked
class NoticeApiTest {

  private static final String STAFF = "caseworker-op-care";
  private static final String FAMILY = "family-00001";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static RunningInbox inbox;
  private static TestCity city;
  private static Families families;

  @BeforeAll
  static void open() {
    inbox = SampleInbox.start(0, 0, SampleInbox.SAMPLE_SECRET);
    city =
        TestCity.withRooms(
            1,
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + inbox.smtpPort(),
            "huiwei.notice.sms.url=http://localhost:" + inbox.port() + "/sms",
            "huiwei.notice.pause=100ms",
            "huiwei.notice.first-retry=100ms",
            "huiwei.notice.longest-retry=400ms",
            "huiwei.notice.most-tries=200",
            "huiwei.notice.reminders=1h");
    city.addBeds("ec-002", 1, 2, 4);
    families = new Families(city);
  }

  @AfterAll
  static void close() {
    city.close();
    inbox.close();
  }

  @BeforeEach
  void nobodyHasApplied() {
    city.forgetApplications();
    city.takeAllBeds();
    restart();
  }

  @Test
  void whoAppliesIsToldInThePagesByMailAndWhatMattersByShortMessage() {
    queued(1);
    await().atMost(SOON).until(() -> inbox.received().size() == 3);
    assertThat(kinds(FAMILY)).containsExactly("APPLICATION_QUEUED", "APPLICATION_RECEIVED");
    assertThat(list(FAMILY).at("/items/0/text").asString()).contains("on the waiting list");
    assertThat(inbox.received().stream().filter(it -> it.kind() == Received.Kind.EMAIL))
        .hasSize(2)
        .allMatch(mail -> mail.to().equals("family1@example.com"))
        .allMatch(mail -> mail.text().contains("请登录查看") && mail.text().contains("Sign in"));
    assertThat(inbox.received().stream().filter(it -> it.kind() == Received.Kind.SMS))
        .singleElement()
        .returns("13800138001", Received::to);
  }

  @Test
  void aMessageNamesNobodyAndSaysNothingOfWhatItIsAbout() {
    var application = queued(1);
    await().atMost(SOON).until(() -> inbox.received().size() == 3);
    var person = elder(1);
    assertThat(inbox.received())
        .allSatisfy(message ->
            assertThat(message.subject() + message.text())
                .doesNotContain(
                    person.get("elder.name").getFirst(),
                    person.get("elder.identity").getFirst(),
                    person.get("elder.telephone").getFirst())
                .doesNotContainIgnoringCase("养老", "床", "elder", "bed", "level", application));
    assertThat(
            city.bookingDatabase()
                .sql(
                    "select n::text || d::text from notice n join notice_delivery d using (notice)")
                .mapValue(String.class)
                .all()
                .collectList()
                .block())
        .isNotEmpty()
        .noneMatch(row -> row.contains("@") || row.contains("138001") || row.contains("林"));
  }

  @Test
  void whileTheServersAreAwayMessagesWaitAndThenComeOnce() {
    inbox.close();
    queued(1);
    await().atMost(SOON).until(() -> waiting("tries >= 2") == 3);
    assertThat(kinds(FAMILY)).as("the pages need no server").hasSize(2);
    restart();
    await().atMost(SOON).until(() -> waiting("true") == 0);
    assertThat(inbox.received()).hasSize(3).allMatch(message -> message.times() == 1);
    assertThat(inbox.received().stream().map(Received::id)).doesNotHaveDuplicates();
    assertThat(
            count(
                city.bookingDatabase(), "select count(*) from notice_delivery where fault is null"))
        .isEqualTo(3);
  }

  @Test
  void whereNobodyIsThereNoSecondTryIsMadeAndStaffSeeWhomToCall() {
    var answers = elder(1);
    answers.put("contact.email", List.of("nobody@example.com"));
    answers.put("elder.telephone", List.of("13000000000"));
    families.queued(FAMILY, "elder-care", answers, STAFF, findings(3));
    await()
        .atMost(SOON)
        .until(() ->
            count(
                    city.bookingDatabase(),
                    "select count(*) from notice_delivery where state = 'DEAD' and tries = 1")
                == 3);
    var unreached = body(get(STAFF, "/api/operator/notices/unreached"));
    assertThat(unreached.get("items").size()).isEqualTo(2);
    assertThat(unreached.toString()).contains("SMTP 550").doesNotContain("nobody@", "13000000000");
    assertThat(
            body(get("caseworker-op-home", "/api/operator/notices/unreached")).get("items").size())
        .isZero();
    city.client(FAMILY)
        .get()
        .uri("/api/operator/notices/unreached")
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(body(get("administrator", "/api/channels")).at("/items/0/dead").asInt())
        .isEqualTo(2);
    get(STAFF, "/api/channels").expectStatus().isForbidden();
    city.bean(Delivering.class).count().block();
    assertThat(
            city.bean(MeterRegistry.class)
                .get("huiwei.notices.dead")
                .tag("channel", "EMAIL")
                .gauge()
                .value())
        .isEqualTo(2);
  }

  @Test
  void whatWasGivenUpIsTriedAgainWhenTheAdministratorSaysSo() {
    queued(1);
    await().atMost(SOON).until(() -> inbox.received().size() == 3);
    Statements.run(
        city.bookingDatabase(),
        "update notice_delivery set state = 'DEAD', fault = 'SMTP 421', sent_at = null");
    restart();
    var revived =
        body(
            city.client("administrator")
                .put()
                .uri("/api/channels/EMAIL/revival")
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(revived.get("messages").asInt()).isEqualTo(2);
    await().atMost(SOON).until(() -> inbox.received().size() == 2);
  }

  @Test
  void whoHasNoAccountAndOnlyALandlineIsForStaffToCall() {
    var answers = elder(1);
    answers.put("elder.telephone", List.of("0755-88888888"));
    var paper =
        body(
            city.client(STAFF)
                .post()
                .uri("/api/applications")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(
                    Map.of("programme", "elder-care", "channel", "PAPER", "answers", answers))
                .exchange()
                .expectStatus()
                .isCreated());
    families.submit(STAFF, paper, false).expectStatus().isOk();
    await()
        .atMost(SOON)
        .until(() -> body(get(STAFF, "/api/operator/notices/unreached")).get("items").size() == 1);
  }

  @Test
  void anOfferAndItsTwoLapsesAreTold() {
    var application = queued(1);
    free();
    lapse(application);
    await().atMost(SOON).until(() -> kinds(FAMILY).contains("OFFER_LAPSED"));
    lapse(application);
    await().atMost(SOON).until(() -> kinds(FAMILY).contains("APPLICATION_DORMANT"));
    assertThat(kinds(FAMILY).stream().filter("OFFER_MADE"::equals)).hasSize(2);
    var offered = list(FAMILY).get("items").valueStream().filter(it -> it.has("until")).toList();
    assertThat(offered).hasSize(2);
    await()
        .atMost(SOON)
        .until(() ->
            inbox.received().stream().anyMatch(message -> message.subject().contains("按时答复")));
  }

  @Test
  void aPlaceThatWasTakenAndAnAppealAreToldAndEachReminderOnce() {
    var application = queued(1);
    free();
    var offer = offered(application);
    Statements.run(city.bookingDatabase(), "update offer set deadline = now() + interval '1 hour'");
    var reminding = city.bean(Reminding.class);
    reminding.remind(Instant.now()).block();
    reminding.remind(Instant.now()).block();
    assertThat(kinds(FAMILY).stream().filter("OFFER_ENDING"::equals)).hasSize(1);
    families.accept(FAMILY, offer).expectStatus().isOk();
    Statements.run(
        city.bookingDatabase(),
        "update residence set state = 'ON_LEAVE', until = current_date + 2, look_due ="
            + " current_date");
    reminding.remind(Instant.now()).block();
    reminding.remind(Instant.now()).block();
    assertThat(kinds(FAMILY)).contains("PLACE_BOOKED");
    assertThat(kinds(FAMILY).stream().filter(kind -> kind.endsWith("_DUE"))).hasSize(1);
    assertThat(kinds(FAMILY).stream().filter("LEAVE_ENDING"::equals)).hasSize(1);
  }

  @Test
  void nobodyIsRemindedOfWhatIsFarAway() {
    var application = queued(1);
    free();
    families.accept(FAMILY, offered(application)).expectStatus().isOk();
    Statements.run(
        city.bookingDatabase(),
        "update residence set state = 'ON_LEAVE', until = current_date + 5,"
            + " look_due = current_date + 40");
    city.bean(Reminding.class).remind(Instant.now()).block();
    assertThat(kinds(FAMILY)).doesNotContain("LEAVE_ENDING", "CHECK_DUE");
  }

  @Test
  void whatIsTakenBackIsNotTold() {
    var application = UUID.fromString(queued(1));
    var telling = city.bean(Telling.class);
    var news = Notice.of(Notice.Kind.RENEWED, application);
    var undone =
        telling
            .tell(news)
            .then(Mono.error(new IllegalStateException("undone")))
            .as(city.bean(TransactionalOperator.class)::transactional);
    assertThatThrownBy(undone::block).hasMessage("undone");
    assertThatThrownBy(() -> telling.tell(news).block())
        .as("outside a transaction")
        .hasMessageContaining("ransaction");
    assertThat(kinds(FAMILY)).doesNotContain("RENEWED");
    city.bean(TransactionalOperator.class).transactional(telling.tell(news)).block();
    assertThat(kinds(FAMILY)).contains("RENEWED");
  }

  @Test
  void eachReadsForThemselvesAndNobodyReadsAnothers() {
    var application = queued(1);
    var newest = list(FAMILY).at("/items/0/id").asString();
    read("family-00002", newest).expectStatus().isNotFound();
    assertThat(list("family-00002").get("items").size()).isZero();
    read(FAMILY, newest).expectStatus().isNoContent();
    read(FAMILY, newest).expectStatus().isNoContent();
    assertThat(list(FAMILY).at("/items/0/read").asBoolean()).isTrue();
    assertThat(list(FAMILY).at("/items/1/read").asBoolean()).isFalse();

    var helper = "family-00003";
    help(helper, application);
    assertThat(list(helper).get("items").size()).isEqualTo(2);
    assertThat(list(helper).at("/items/0/read").asBoolean()).isFalse();
    city.client(FAMILY)
        .delete()
        .uri("/api/applications/{id}/helper", application)
        .exchange()
        .expectStatus()
        .isNoContent();
    assertThat(list(helper).get("items").size()).as("consent was taken back").isZero();
  }

  @Test
  void thePageShowsWhatIsNewAndAButtonSaysThatItWasRead() {
    var visitor = new PageVisitor(city, FAMILY);
    assertThat(visitor.open("/notices")).contains("Nothing yet").doesNotContain("Mark all");
    var application = queued(1);
    var page = visitor.open("/notices");
    assertThat(page).contains("on the waiting list", ">New<", "/applications/" + application);
    var newest = PageVisitor.hidden(page, "last");
    assertThat(visitor.sent("/notices/reading", "last", newest)).isEqualTo("/notices");
    assertThat(visitor.open("/notices"))
        .contains("on the waiting list")
        .doesNotContain("Mark all", ">New<");
    assertThat(new PageVisitor(city, "family-00002").open("/notices")).contains("Nothing yet");
  }

  private static void help(String helper, String application) {
    var code =
        body(
            city.client(FAMILY)
                .post()
                .uri("/api/applications/{id}/helper", application)
                .exchange());
    city.client(helper)
        .post()
        .uri("/api/helpers")
        .bodyValue(Map.of("code", code.get("code").asString()))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static String queued(int family) {
    var answers = elder(family);
    answers.put("contact.email", List.of("family%d@example.com".formatted(family)));
    return families.queued(
        "family-%05d".formatted(family), "elder-care", answers, STAFF, findings(3));
  }

  private static void free() {
    Statements.run(
        city.inventoryDatabase(),
        "delete from hold where site = 'ec-002'",
        "update stock set version = version + 1");
  }

  private static String offered(String application) {
    await()
        .atMost(SOON)
        .until(() ->
            families.look(FAMILY, application).at("/offers/0/state").asString("").equals("OPEN"));
    return families.look(FAMILY, application).at("/offers/0/id").asString();
  }

  private static void lapse(String application) {
    Statements.run(
        city.bookingDatabase(),
        "update offer set deadline = now() - interval '1 second' where offer = '%s'"
            .formatted(offered(application)));
  }

  private static JsonNode list(String person) {
    return body(get(person, "/api/notices").expectStatus().isOk());
  }

  private static List<String> kinds(String person) {
    return list(person)
        .get("items")
        .valueStream()
        .map(notice -> notice.get("kind").asString())
        .toList();
  }

  private static ResponseSpec get(String person, String path) {
    return city.client(person).get().uri(path).exchange();
  }

  private static ResponseSpec read(String person, String notice) {
    return city.client(person).put().uri("/api/notices/{id}/reading", notice).exchange();
  }

  private static long waiting(String where) {
    return count(
        city.bookingDatabase(),
        "select count(*) from notice_delivery where state = 'WAITING' and " + where);
  }

  /** An empty inbox at the same address. */
  private static void restart() {
    var port = inbox.port();
    var smtp = inbox.smtpPort();
    inbox.close();
    inbox = SampleInbox.start(port, smtp, SampleInbox.SAMPLE_SECRET);
  }
}
