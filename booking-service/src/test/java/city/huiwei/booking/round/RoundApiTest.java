package city.huiwei.booking.round;

import static city.huiwei.booking.application.Families.body;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.application.Families;
import city.huiwei.edge.testing.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A round from its announcement to its filling-up, over the API. */
@NullUnmarked
class RoundApiTest {

  private static final String A = "cc-001.young-toddler";
  private static final String B = "cc-002.young-toddler";
  private static final String OLDER = "cc-001.older-toddler";

  private static TestCity city;
  private static Families families;
  private static Town town;
  private String round;
  private String draw;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    city.addClass("cc-001", "young-toddler", 12, 24, 2);
    city.addClass("cc-002", "young-toddler", 12, 24, 1);
    city.addClass("cc-001", "older-toddler", 24, 36, 1);
    families = new Families(city);
    town = new Town(city);
    town.declareAll();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void aRoundIsOpen() {
    city.forgetEverything();
    round = town.announce();
    draw = RoundDraws.of(round);
  }

  @Test
  void everybodySeesARoundWithItsClassesAndDates() {
    var seen = town.seen(round);
    assertThat(seen.get("phase").asString()).isEqualTo("OPEN");
    assertThat(seen.get("draw").asString()).isEqualTo(draw);
    assertThat(texts(seen.get("classes"), "pool")).contains(A, B, OLDER);
    assertThat(
            StreamSupport.stream(seen.get("classes").spliterator(), false)
                .filter(it -> it.get("pool").asString().equals(A))
                .map(it -> it.get("places").asInt()))
        .containsExactly(2);
    var all = body(city.client().get().uri("/api/rounds").exchange().expectStatus().isOk());
    assertThat(texts(all.get("items"), "id")).contains(round);
  }

  @Test
  void aFamilyEntersReplacesItsListAndTakesItOut() {
    var child = town.child("family-00001", 1, 15);
    var entry =
        body(town.enter("family-00001", round, List.of(child), A).expectStatus().isCreated());
    assertThat(entry.get("ticket").asString()).matches("[0-9a-f]{32}");
    assertThat(tickets()).isEqualTo(1);
    var changed =
        body(town.replace("family-00001", entry, 1, List.of(child), B, A).expectStatus().isOk());
    assertThat(changed.get("ticket")).isEqualTo(entry.get("ticket"));
    assertThat(changed.get("choicesHash")).isNotEqualTo(entry.get("choicesHash"));
    assertThat(changed.at("/choices/0/0").asString()).isEqualTo(B);
    town.replace("family-00001", entry, 1, List.of(child), A).expectStatus().isEqualTo(409);
    town.withdraw("family-00001", entry).expectStatus().isOk();
    town.withdraw("family-00001", entry).expectStatus().isOk();
    assertThat(tickets()).isZero();
    town.enter("family-00001", round, List.of(child), A).expectStatus().isCreated();
  }

  @Test
  void oneIntentIsOneEntryAndAnotherUnderItsKeyIsRefused() {
    var children = List.of(town.child("family-00001", 1, 15));
    var a = Town.ranked(A);
    var entered =
        Flux.range(0, 8)
            .flatMap(
                _ ->
                    Mono.fromSupplier(() ->
                            body(
                                town.enterUnder("once", "family-00001", round, children, a)
                                    .expectStatus()
                                    .isCreated()))
                        .subscribeOn(Schedulers.boundedElastic()),
                8)
            .collectList()
            .block();
    assertThat(entered.stream().distinct()).hasSize(1);
    assertThat(tickets()).isEqualTo(1);
    var other = Town.ranked(B);
    assertThat(codes(town.enterUnder("once", "family-00001", round, children, other), 422))
        .containsExactly("KEY_REUSED");
    assertThat(town.entry("family-00001", entered.getFirst())).isEqualTo(entered.getFirst());
  }

  @Test
  void aFamilyRanksAtLeastTenChoicesAndNotMoreThanTheRulesSay() {
    for (int n = 11; n <= 31; n++) {
      city.addClass("cc-0" + n, "young-toddler", 12, 24, 1);
    }
    var child = town.child("family-00001", 1, 15);
    var twenty =
        IntStream.rangeClosed(11, 30).mapToObj(n -> "cc-0" + n + ".young-toddler").toList();
    var more = new ArrayList<>(twenty);
    more.add("cc-031.young-toddler");
    assertThat(
            codes(
                town.enter("family-00001", round, List.of(child), more.toArray(String[]::new)),
                422))
        .containsExactly("TOO_MANY_CHOICES");
    town.enter("family-00001", round, List.of(child), twenty.toArray(String[]::new))
        .expectStatus()
        .isCreated();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    var child = town.child("family-00001", 1, 15);
    var refused =
        town.enterRanked(
            "family-00001",
            round,
            List.of(child),
            List.of(
                List.of(A),
                List.of(A),
                List.of("cc-999.nothing"),
                List.of(OLDER),
                List.of(A, B),
                Arrays.asList((String) null)));
    assertThat(codes(refused, 422))
        .containsExactlyInAnyOrder(
            "CHOICE_REPEATED",
            "CHOICE_UNKNOWN",
            "CHOICE_WRONG_AGE",
            "CHOICE_FOR_OTHER_CHILDREN",
            "CHOICE_EMPTY");
    assertThat(tickets()).isZero();
    assertThat(entries()).isZero();
  }

  @Test
  void nothingAtAllIsWrongInTwoWays() {
    assertThat(codes(town.enter("family-00001", round, List.of()), 422))
        .containsExactlyInAnyOrder("CHILDREN_MISSING", "CHOICES_MISSING");
  }

  @Test
  void afterTheDeadlineNothingIsWrittenAndAllIsSaid() {
    var child = town.child("family-00001", 1, 15);
    var entry =
        body(town.enter("family-00001", round, List.of(child), A).expectStatus().isCreated());
    town.close(round);
    var other = town.child("family-00002", 2, 15);
    assertThat(codes(town.enter("family-00002", round, List.of(other), A, A), 409))
        .containsExactlyInAnyOrder("ROUND_CLOSED", "CHOICE_REPEATED");
    assertThat(codes(town.replace("family-00001", entry, 1, List.of(child), B), 409))
        .containsExactly("ROUND_CLOSED");
    town.withdraw("family-00001", entry).expectStatus().isEqualTo(409);
    assertThat(entries()).isEqualTo(1);
    assertThat(tickets()).isEqualTo(1);
  }

  @Test
  void anothersChildAndAnothersEntryAreNotThere() {
    var child = town.child("family-00001", 1, 15);
    var entry =
        body(town.enter("family-00001", round, List.of(child), A).expectStatus().isCreated());
    town.enter("family-00002", round, List.of(child), A).expectStatus().isNotFound();
    town.replace("family-00002", entry, 1, List.of(child), B).expectStatus().isNotFound();
    town.withdraw("family-00002", entry).expectStatus().isNotFound();
    city.client("manager-op-home")
        .get()
        .uri("/api/operator/rounds/{round}", round)
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void aFamilyEntersOnceAndAChildOnce() {
    var one = town.child("family-00001", 1, 15);
    var two = town.child("family-00001", 2, 15);
    town.enter("family-00001", round, List.of(one), A).expectStatus().isCreated();
    assertThat(codes(town.enter("family-00001", round, List.of(two), A), 409))
        .containsExactly("FAMILY_ENTERED");
    // The same child under its other parent's account.
    var again = town.child("family-00002", 1, 15);
    assertThat(codes(town.enter("family-00002", round, List.of(again), A), 409))
        .containsExactly("CHILD_ENTERED");
    assertThat(entries()).isEqualTo(1);
  }

  /** The control: without its constraint the table would take the child twice. */
  @Test
  void itIsTheTableThatKeepsAChildFromTakingPartTwice() {
    assertThat(
            TestCity.count(
                city.bookingDatabase(),
                "select count(*) from pg_indexes where indexname = 'one_entry_a_child_and_round'"))
        .isEqualTo(1);
    var one = town.child("family-00001", 1, 15);
    var again = town.child("family-00002", 1, 15);
    Statements.run(city.bookingDatabase(), "drop index one_entry_a_child_and_round");
    try {
      town.enter("family-00001", round, List.of(one), A).expectStatus().isCreated();
      town.enter("family-00002", round, List.of(again), A).expectStatus().isCreated();
    } finally {
      Statements.run(
          city.bookingDatabase(),
          "update round_child set live = false",
          "create unique index one_entry_a_child_and_round on round_child (round, party) where"
              + " live");
    }
  }

  @Test
  void onlyAChildWhosePapersAreInOrderTakesPart() {
    var draft =
        body(
            families
                .start("family-00001", "childcare", Families.child(1, Town.DAY.minusMonths(15)))
                .expectStatus()
                .isCreated());
    assertThat(
            codes(town.enter("family-00001", round, List.of(draft.get("id").asString()), A), 422))
        .contains("CHILD_NOT_CHECKED");
  }

  @Test
  void theEnginePlacesTheOfferIsMadeAndTheFamilyReckonsItself() {
    var entries = fourFamilies();
    town.close(round);
    assertThat(codes(town.match(Town.MANAGER, round, 1), 409))
        .containsExactly("DRAW_NOT_PUBLISHED");
    RoundDraws.publish(city, draw);
    town.match(Town.CASEWORKER, round, 1).expectStatus().isForbidden();
    var run = body(town.match(Town.MANAGER, round, 1).expectStatus().isOk());
    assertThat(run.get("children").asInt()).isEqualTo(4);
    assertThat(run.get("placed").asInt()).isEqualTo(3);
    town.match(Town.MANAGER, round, 1).expectStatus().isEqualTo(409);
    // Only staff have seen it so far.
    assertThat(town.entry("family-00001", entries.get("family-00001")).get("given")).isNull();
    assertThat(town.seen(round).get("results").size()).isZero();
    town.publish(Town.MANAGER, round, 1).expectStatus().isOk();
    town.publish(Town.MANAGER, round, 1).expectStatus().isEqualTo(409);
    entries.forEach(this::reckons);
    // Points go before numbers: the family with more has its first choice.
    assertThat(given("family-00004", entries)).isEqualTo(A);
    await().atMost(Duration.ofSeconds(30)).until(() -> offers(round).equals(Map.of("OPEN", 3L)));
    assertThat(held()).isEqualTo(3);
  }

  @Test
  void whatIsDeclinedGoesToTheFillingUpAndWhoHasASeatKeepsIt() {
    var entries = fourFamilies();
    town.close(round);
    RoundDraws.publish(city, draw);
    town.match(Town.MANAGER, round, 1).expectStatus().isOk();
    town.publish(Town.MANAGER, round, 1).expectStatus().isOk();
    await().atMost(Duration.ofSeconds(30)).until(() -> offers(round).equals(Map.of("OPEN", 3L)));
    var loser =
        entries.keySet().stream().filter(each -> given(each, entries) == null).findAny().get();
    families
        .refuse("family-00004", offer("family-00004", entries), "TOO_FAR")
        .expectStatus()
        .isOk();
    var winners =
        entries.keySet().stream()
            .filter(each -> !each.equals("family-00004") && !each.equals(loser))
            .toList();
    winners.forEach(each -> families.accept(each, offer(each, entries)).expectStatus().isOk());
    town.match(Town.MANAGER, round, 2).expectStatus().isEqualTo(409);
    await().atMost(Duration.ofSeconds(30)).until(() -> booked() == 2);
    town.endAnswers(round);
    var run = body(town.match(Town.MANAGER, round, 2).expectStatus().isOk());
    assertThat(run.get("placed").asInt()).isEqualTo(3);
    town.publish(Town.MANAGER, round, 2).expectStatus().isOk();
    // Whoever was left without a place is given what was declined, or what a mover left.
    assertThat(given(loser, entries)).isNotNull();
    winners.forEach(each -> assertThat(given(each, entries)).isNotNull());
    await().atMost(Duration.ofSeconds(30)).until(() -> openOffers() == 1);
    families.accept(loser, offer(loser, entries)).expectStatus().isOk();
    await().atMost(Duration.ofSeconds(30)).until(() -> booked() == 3);
    assertThat(held()).isEqualTo(3);
  }

  @Test
  void brothersAndSistersGoTogether() {
    var older = town.child("family-00001", 1, 26);
    var younger = town.child("family-00001", 2, 15);
    var entry =
        body(
            town.enter("family-00001", round, List.of(older, younger), OLDER + "," + A, "-," + B)
                .expectStatus()
                .isCreated());
    assertThat(entry.at("/choices/1/0").isNull()).isTrue();
    town.close(round);
    RoundDraws.publish(city, draw);
    town.match(Town.MANAGER, round, 1).expectStatus().isOk();
    town.publish(Town.MANAGER, round, 1).expectStatus().isOk();
    var own = town.entry("family-00001", entry);
    assertThat(texts(own.get("given"), "pool")).containsExactlyInAnyOrder(OLDER, A);
    assertThat(own.at("/why/0/outcome").asString()).isEqualTo("GIVEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update %s set run = run", "delete from %s", "truncate %s cascade"})
  void whatWasMadeOfARoundStays(String statement) {
    fourFamilies();
    town.close(round);
    RoundDraws.publish(city, draw);
    town.match(Town.MANAGER, round, 1).expectStatus().isOk();
    for (var table : List.of("round_run", "round_placement")) {
      assertThatThrownBy(() -> Statements.run(city.bookingDatabase(), statement.formatted(table)))
          .hasMessageContaining("it only grows");
    }
  }

  @Test
  void datesOfARoundGoForward() {
    var dates = new HashMap<>(Town.dates());
    dates.put("answersUntil", dates.get("opensAt"));
    dates.put("startsOn", TestCity.today().toString());
    assertThat(codes(town.announceWith(dates), 422)).containsOnly("DATES_REVERSED");
  }

  /** Each wants A before B; the fourth has points. */
  private Map<String, JsonNode> fourFamilies() {
    var entries = new HashMap<String, JsonNode>();
    for (int n = 1; n <= 4; n++) {
      var family = "family-0000" + n;
      var child =
          n == 4 ? town.child(family, n, 15, "several-children") : town.child(family, n, 15);
      entries.put(
          family, body(town.enter(family, round, List.of(child), A, B).expectStatus().isCreated()));
    }
    return entries;
  }

  /** Own list, own key and the public cut-offs give the same as the engine. */
  private void reckons(String family, JsonNode entered) {
    var own = town.entry(family, entered);
    var why = own.get("why");
    String expected = null;
    for (var choice : why) {
      if (expected == null && choice.at("/options/0/getsIn").asBoolean()) {
        expected = choice.at("/options/0/pool").asString();
      }
    }
    var pool = own.at("/given/0/pool");
    assertThat(pool.isMissingNode() ? null : pool.asString()).isEqualTo(expected);
  }

  private static String given(String family, Map<String, JsonNode> entries) {
    var pool = town.entry(family, entries.get(family)).at("/given/0/pool");
    return pool.isMissingNode() ? null : pool.asString();
  }

  private static String offer(String family, Map<String, JsonNode> entries) {
    return town.entry(family, entries.get(family)).at("/given/0/offer").asString();
  }

  private static long openOffers() {
    return TestCity.count(
        city.bookingDatabase(), "select count(*) from offer where state = 'OPEN'");
  }

  private static Map<String, Long> offers(String round) {
    return StreamSupport.stream(town.file(round).at("/runs/0/offers").spliterator(), false)
        .collect(
            Collectors.toMap(it -> it.get("state").asString(), it -> it.get("count").asLong()));
  }

  private static long booked() {
    return TestCity.count(
        city.bookingDatabase(), "select count(*) from application where state = 'BOOKED'");
  }

  private static long held() {
    return TestCity.count(
        city.inventoryDatabase(),
        "select count(*) from hold where state in ('TIMED', 'FIRM') and pool like 'cc-%'");
  }

  private long tickets() {
    return TestCity.count(
        city.bookingDatabase(),
        "select count(*) from draw_ticket where draw = '%s'".formatted(draw));
  }

  private long entries() {
    return TestCity.count(
        city.bookingDatabase(),
        "select count(*) from round_family where round = '%s' and state = 'ENTERED'"
            .formatted(round));
  }

  private static Set<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(it -> it.get(field).asString())
        .collect(toSet());
  }

  private static List<String> codes(ResponseSpec refused, int status) {
    var problem = body(refused.expectStatus().isEqualTo(status));
    return StreamSupport.stream(problem.get("reasons").spliterator(), false)
        .map(reason -> reason.get("code").asString())
        .toList();
  }
}
