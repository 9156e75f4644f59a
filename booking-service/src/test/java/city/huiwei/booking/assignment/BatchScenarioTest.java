package city.huiwei.booking.assignment;

import static city.huiwei.booking.TestCity.POOL;
import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A whole batch from its list to booked stays, with ten people for each room; every tenth who gets
 * a room declines it. Small in the build; {@code -Dhuiwei.scenario.rooms=2000} is a city's.
 */
@NullUnmarked
class BatchScenarioTest {

  private static final int ROOMS = Integer.getInteger("huiwei.scenario.rooms", 60);
  private static final int PEOPLE = 10 * ROOMS;
  private static final int NIGHTS = 15;
  private static final Duration LONG = Duration.ofMinutes(15);

  private static TestCity city;

  @BeforeAll
  static void open() {
    city =
        TestCity.withRooms(ROOMS, "huiwei.assignment.pause=200ms", "huiwei.assignment.again=100ms");
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void everyRoomIsBookedByOnePersonAndNobodyHasTwo() {
    var people = new HashMap<UUID, String>();
    for (int person = 1; people.size() < PEOPLE; person++) {
      // Every hundredth has no verified graduation, and is not let in.
      if (person % 100 != 0) {
        var name = "graduate-%05d".formatted(person);
        people.put(GivenBatch.account(name), name);
      }
    }
    var batch =
        new GivenBatch(city, Duration.ofHours(30))
            .with(POOL, ROOMS)
            .keeping("this-year", ROOMS * 3 / 10)
            .open();
    long begun = System.nanoTime();
    register(batch, people.values());
    var entered = since(begun);
    batch.closedAndDrawn();

    await().atMost(LONG).until(() -> states("OPEN") == ROOMS);
    var offered = since(begun);
    int answers = 0;
    while (states("BOOKED") < ROOMS) {
      var open = unanswered();
      assertThat(open).allSatisfy((_, account) -> assertThat(people).containsKey(account));
      answers += open.size();
      answer(open, people);
      await().atMost(LONG).until(() -> states("OPEN") + states("BOOKED") == ROOMS);
    }
    var booked = since(begun);
    System.out.printf(
        "batch: %d rooms, %d people: all registered after %d s, all rooms offered after %d s,"
            + " all booked after %d s with %d answers; %d MB used%n",
        ROOMS,
        PEOPLE,
        entered.toSeconds(),
        offered.toSeconds(),
        booked.toSeconds(),
        answers,
        usedMegabytes());
    assertNothingIsDouble();
    assertTheReserveIsMet();
    await()
        .atMost(LONG)
        .until(() ->
            count(city.bookingDatabase(), "select count(*) from batch where state = 'SETTLED'")
                == 1);
    assertThat(entries("PLACED")).isEqualTo(ROOMS);
    assertThat(entries("PLACED") + entries("DECLINED") + entries("NOT_PLACED")).isEqualTo(PEOPLE);
    assertThat(booked).isLessThan(LONG);
  }

  /** All at once, through the API; asked twice it is one entry. */
  private static void register(GivenBatch batch, Collection<String> people) {
    var wishes =
        Map.of(
            "wishes",
            List.of(
                Map.of(
                    "pool",
                    POOL,
                    "from",
                    GivenBatch.FIRST.toString(),
                    "to",
                    GivenBatch.FIRST.plusDays(NIGHTS).toString(),
                    "slackDays",
                    2)));
    var api = WebClient.create(city.address());
    var statuses =
        Flux.fromIterable(people)
            .concatWith(Flux.fromIterable(people).take(PEOPLE / 10))
            .flatMap(
                person ->
                    api.post()
                        .uri("/api/batches/{batch}/entries", batch.id)
                        .header("Idempotency-Key", "scenario")
                        .headers(headers -> headers.setBearerAuth(TestCity.token(person)))
                        .bodyValue(wishes)
                        .exchangeToMono(
                            answer -> answer.releaseBody().thenReturn(answer.statusCode().value())),
                32)
            .collectList()
            .block(LONG);
    assertThat(statuses).allMatch(status -> status == 201);
    assertThat(count(city.bookingDatabase(), "select count(*) from batch_entry")).isEqualTo(PEOPLE);
  }

  /** Every tenth declines, the others confirm, all at once. */
  private static void answer(Map<UUID, UUID> open, Map<UUID, String> people) {
    var statuses =
        Flux.fromIterable(open.entrySet())
            .index()
            .flatMap(
                each -> {
                  var person = people.get(each.getT2().getValue());
                  var answer = each.getT1() % 10 == 9 ? "refusal" : "confirmation";
                  return Mono.fromSupplier(() -> put(person, each.getT2().getKey(), answer))
                      .subscribeOn(Schedulers.boundedElastic());
                },
                16)
            .collectList()
            .block(LONG);
    assertThat(statuses).allMatch(status -> status == 200);
  }

  private static int put(String person, UUID assignment, String answer) {
    return city.client(person)
        .put()
        .uri("/api/assignments/{id}/{answer}", assignment, answer)
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }

  private static void assertNothingIsDouble() {
    assertThat(bookings("count(*)")).isEqualTo(ROOMS);
    assertThat(bookings("count(distinct account)")).isEqualTo(ROOMS);
    assertThat(
            count(
                city.inventoryDatabase(),
                "select count(distinct unit) from hold where state = 'FIRM'"))
        .isEqualTo(ROOMS);
    assertThat(count(city.inventoryDatabase(), "select count(*) from hold where state = 'TIMED'"))
        .isZero();
    assertThat(
            count(
                city.inventoryDatabase(),
                """
                select count(*) from hold a join hold b on a.unit = b.unit and a.hold < b.hold
                  and a.period && b.period and a.state = 'FIRM' and b.state = 'FIRM'
                """))
        .isZero();
    assertThat(count(city.bookingDatabase(), "select sum(spent) from entitlement"))
        .isEqualTo((long) ROOMS * NIGHTS);
  }

  private static void assertTheReserveIsMet() {
    assertThat(
            count(
                city.bookingDatabase(),
                """
                select count(*) from assignment
                where state = 'BOOKED' and category = 'this-year'
                """))
        .isGreaterThanOrEqualTo(ROOMS * 3 / 10);
  }

  private static Map<UUID, UUID> unanswered() {
    return city.bookingDatabase()
        .sql("select assignment, account from assignment where state = 'OPEN'")
        .map(row -> List.of(row.get("assignment", UUID.class), row.get("account", UUID.class)))
        .all()
        .collectMap(List::getFirst, List::getLast)
        .block();
  }

  private static long bookings(String what) {
    return count(
        city.bookingDatabase(),
        "select %s from booking where status = 'CONFIRMED'".formatted(what));
  }

  private static long states(String state) {
    return count(
        city.bookingDatabase(),
        "select count(*) from assignment where state = '%s'".formatted(state));
  }

  private static long entries(String outcome) {
    return count(
        city.bookingDatabase(),
        "select count(*) from batch_entry where outcome = '%s'".formatted(outcome));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static long usedMegabytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
