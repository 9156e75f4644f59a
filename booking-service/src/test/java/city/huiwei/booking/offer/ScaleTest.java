package city.huiwei.booking.offer;

import static city.huiwei.booking.TestCity.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.allocation.RankingKey;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Families;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.testing.Statements;
import city.huiwei.inventory.contract.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A list of 100,000: positions are exact, plans go by indexes, and what it took is printed, for a
 * busy machine's time proves nothing.
 */
@NullUnmarked
class ScaleTest {

  private static final int MANY = 100_000;
  private static final String CARE = "elder-care";

  private static TestCity city;
  private static DatabaseClient database;
  private static Families families;

  @BeforeAll
  static void aHundredThousandWait() {
    city = TestCity.withRooms(1);
    city.bean(Tending.class).stop();
    city.addBeds("ec-001", 300, 0, 4);
    database = city.bookingDatabase();
    families = new Families(city);
    Statements.run(
        database,
        """
        insert into application (application, reference, programme, owner, idempotency_key, operator,
          channel, state, sealed, party, need, rules_version, ranking, category, points, since)
        select id, 'scale-' || n, 'elder-care', id, 'key', 'op-care', 'ONLINE', 'QUEUED', '',
          sha256(n::text::bytea),
          jsonb_build_object('elder.sex', array['female'], 'elder.level', array[(n % 5)::text]), '1',
          to_char(category, 'FM000000000') || '/' || to_char(1000000000 - points, 'FM0000000000') || '/'
            || day || '/' || encode(sha256(id::text::bytea), 'hex') || '/' || id,
          category, points, day::timestamp at time zone 'Asia/Shanghai'
        from (
          select n, md5('one ' || n)::uuid id, 1 + n % 4 category, 10 * (n % 5) points,
            to_char(date '2026-01-01' + n % 300, 'YYYY-MM-DD') as day
          from generate_series(1, 100000) n) each
        """,
        """
        insert into application_change (application, state, actor)
        select application, 'QUEUED', 'system' from application
        """,
        """
        insert into offer (offer, application, programme, party, pools, site, operator, begins, state,
          deadline, created_at, answered_at, driven_at, ranking, listed_at)
        select md5('offer ' || n)::uuid, md5('one ' || n)::uuid, 'elder-care', sha256(n::text::bytea),
          array['ec-001.female-0-4'], 'ec-001', 'op-care', current_date, 'BOOKED', now(),
          now() - n * interval '10 minutes', now() - n * interval '10 minutes', null, ranking, now()
        from generate_series(1, 20000) n join application on application = md5('one ' || n)::uuid
        where n % 10 = 0
        """,
        "vacuum analyze application",
        "vacuum analyze application_change",
        "vacuum analyze offer");
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void everyPositionIsExact() {
    var ranked = ranked();
    assertThat(ranked).hasSize(MANY).isSorted();
    var applications = city.bean(Applications.class);
    var random = new Random(1);
    for (int n = 0; n < 50; n++) {
      var at = n == 0 ? 0 : n == 1 ? MANY - 1 : random.nextInt(MANY);
      assertThat(applications.ahead(CARE, ranked.get(at)).block()).isEqualTo(at);
    }
  }

  /** What came last moves everybody behind it by one, at once. */
  @Test
  void aPositionFollowsWhoComesAndGoes() {
    var applications = city.bean(Applications.class);
    var ranked = ranked();
    Statements.run(
        database,
        "update application set state = 'DORMANT' where ranking = '%s'"
            .formatted(ranked.get(40_000)));
    try {
      assertThat(applications.ahead(CARE, ranked.get(50_000)).block()).isEqualTo(49_999);
      assertThat(applications.ahead(CARE, ranked.get(30_000)).block()).isEqualTo(30_000);
    } finally {
      Statements.run(
          database,
          "update application set state = 'QUEUED' where ranking = '%s'"
              .formatted(ranked.get(40_000)));
    }
  }

  @Test
  void theWholeListIsRankedAsTheKeysSay() {
    var keys = new ArrayList<>(ranked().stream().map(ScaleTest::key).toList());
    Collections.shuffle(keys, new Random(2));
    var start = System.nanoTime();
    Collections.sort(keys);
    print("ranking %d keys".formatted(MANY), List.of(since(start)));
    assertThat(keys.stream().map(RankingKey::sortable).toList()).isEqualTo(ranked());
    start = System.nanoTime();
    var pages = new ArrayList<Waiter>();
    for (var after = ""; ; after = pages.getLast().ranking()) {
      var page = city.bean(WaitingLists.class).page(CARE, after, 2_000).collectList().block();
      pages.addAll(page);
      if (page.size() < 2_000) {
        break;
      }
    }
    print("reading the whole list to make offers", List.of(since(start)));
    assertThat(pages.stream().map(Waiter::ranking).toList()).isEqualTo(ranked());
  }

  @Test
  void oneIsToldItsPositionAndWhyWithoutReadingTheList() {
    var own = ranked().get(70_000);
    var id =
        families.queued(
            "family-00001", CARE, Families.elder(1), "caseworker-op-care", Families.findings(3));
    Statements.run(
        database,
        "update application set ranking = '%s-' where application = '%s'".formatted(own, id));
    var times = new ArrayList<Duration>();
    for (int n = 0; n < 220; n++) {
      var start = System.nanoTime();
      var look = families.look("family-00001", id);
      if (n >= 20) {
        times.add(since(start));
      }
      assertThat(look.at("/rank/position").asLong()).isEqualTo(70_002);
      assertThat(look.at("/rank/waiting/p50Days").isNumber()).isTrue();
    }
    print("position and explanation of one in %d, over HTTP".formatted(MANY), times);
    assertThat(count(database, "select count(*) from told_wait")).isOne();
    Statements.run(
        database,
        "delete from told_wait",
        "delete from document where application = '%s'".formatted(id),
        "delete from notice where application = '%s'".formatted(id),
        "delete from application where application = '%s'".formatted(id));
  }

  /** The plans of all that is asked when one looks, and when offers are made. */
  @Test
  void nothingReadsTheWholeTable() {
    var plans =
        List.of(
            "select count(*) from application where programme = 'elder-care'"
                + " and state = 'QUEUED' and ranking < '000000003'",
            "select ranking from application where programme = 'elder-care' and state = 'QUEUED'"
                + " and ranking > '000000003' order by ranking limit 2000",
            "select ranking from application where programme = 'elder-care'"
                + " and state in ('OFFERED', 'ACCEPTED', 'BOOKED') order by ranking desc limit 1",
            "select listed_at from (select * from offer where programme = 'elder-care' and"
                + " created_at >= now() - interval '9 days' order by created_at desc limit 1000) o"
                + " where ranking > '000000003' order by created_at desc limit 10",
            "select application from offer where programme = 'elder-care' and site = 'ec-001'"
                + " and state in ('OPEN', 'ACCEPTED', 'BOOKED') order by ranking desc limit 1");
    for (var query : plans) {
      assertThat(plan(query)).as(query).doesNotContain("Seq Scan").contains("Index");
    }
    assertThat(plan(plans.getFirst())).contains("Index Only Scan using waiting_list");
    // The control: what no index serves is read whole, and the plan says so.
    assertThat(plan("select count(*) from application where channel = 'PAPER'"))
        .contains("Seq Scan on application");
  }

  @Test
  void aRoundOverTheWholeListGivesEveryFreeBedToTheFirst() {
    Statements.run(
        city.inventoryDatabase(),
        "truncate hold, hold_change",
        "delete from unit where pool like '%couple%'",
        "update stock set version = version + 1");
    awaitFree(300);
    var programme = city.bean(Programmes.class).elderCare();
    var first = ranked().subList(0, 300);
    var start = System.nanoTime();
    assertThat(city.bean(Offering.class).offer(programme).block(Duration.ofMinutes(2)))
        .isEqualTo(300);
    print("a round of offers of 300 beds to %d".formatted(MANY), List.of(since(start)));
    assertThat(
            database
                .sql("select ranking from offer where state = 'OPEN' order by ranking")
                .mapValue(String.class)
                .all()
                .collectList()
                .block())
        .isEqualTo(first);
    Statements.run(
        database,
        "delete from offer where state = 'OPEN'",
        "update application set state = 'QUEUED' where state = 'OFFERED'");
    city.takeAllBeds();
  }

  /** One bed is free that nobody wants: all are asked once, and not again the next moment. */
  @Test
  void aRoundInWhichNothingIsNewAsksNobody() {
    city.takeAllBeds();
    city.addCouplesRoom("ec-001");
    awaitFree(2);
    var programme = city.bean(Programmes.class).elderCare();
    var offering = city.bean(Offering.class);
    var times = new ArrayList<Duration>();
    for (int n = 0; n < 3; n++) {
      var start = System.nanoTime();
      assertThat(offering.offer(programme).block(Duration.ofMinutes(2))).isZero();
      times.add(since(start));
      print(
          "round %d over %d whom nothing suits".formatted(n + 1, MANY),
          times.reversed().subList(0, 1));
    }
  }

  private static void awaitFree(int beds) {
    var today = TestCity.today();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            city.bean(Listing.class).free(CARE, today, today.plusDays(366)).block().stream()
                    .mapToInt(Place::free)
                    .sum()
                == beds);
  }

  private static String plan(String query) {
    return database
        .sql("explain " + query)
        .mapValue(String.class)
        .all()
        .collect(Collectors.joining("\n"))
        .block();
  }

  private static List<String> ranked() {
    return database
        .sql(
            """
            select ranking from application where programme = 'elder-care' and state = 'QUEUED'
              and reference like 'scale-%' order by ranking
            """)
        .mapValue(String.class)
        .all()
        .collectList()
        .block();
  }

  private static RankingKey key(String sortable) {
    var parts = sortable.split("/");
    return new RankingKey(
        Integer.parseInt(parts[0]),
        (int) (1_000_000_000L - Long.parseLong(parts[1])),
        LocalDate.parse(parts[2]),
        parts[3],
        UUID.fromString(parts[4]));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void print(String what, List<Duration> times) {
    var sorted = times.stream().sorted().toList();
    System.out.println(
        "scale: %s: p50 %d ms, p99 %d ms (of %d)"
            .formatted(
                what,
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis(),
                sorted.size()));
  }
}
