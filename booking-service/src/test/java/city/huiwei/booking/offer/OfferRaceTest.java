package city.huiwei.booking.offer;

import static city.huiwei.booking.TestCity.count;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestCity;
import city.huiwei.booking.allocation.StartUpReserve;
import city.huiwei.booking.residence.LeasedArea;
import city.huiwei.booking.residence.LetAreas;
import city.huiwei.edge.testing.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What many do to offers at once; each guard with a control that fails without it. */
@NullUnmarked
class OfferRaceTest {

  private static final int AT_ONCE = 40;

  private static TestCity city;
  private static DatabaseClient database;
  private static Stepping stepping;

  @BeforeAll
  static void open() {
    city = TestCity.withRooms(1);
    database = city.bookingDatabase();
    stepping = city.bean(Stepping.class);
    city.bean(Tending.class).stop();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void nobodyWaits() {
    city.forgetApplications();
  }

  @Test
  void onePersonWithManyApplicationsHasOneLiveOffer() {
    assertThat(liveOffersOfOneParty()).isOne();
  }

  /** The control. */
  @Test
  void withoutTheIndexOnePersonHasMany() {
    Statements.run(database, "drop index one_live_offer_a_party");
    try {
      assertThat(liveOffersOfOneParty()).isGreaterThan(1);
    } finally {
      Statements.run(
          database,
          "truncate offer, application cascade",
          """
          create unique index one_live_offer_a_party on offer (programme, party)
            where state in ('PROPOSED', 'OPEN', 'ACCEPTED')
          """);
    }
  }

  private static long liveOffersOfOneParty() {
    var party = new byte[] {1};
    propose(IntStream.range(0, AT_ONCE).mapToObj(n -> offer(waiting(n), party, null)).toList());
    return count(
        database, "select count(*) from offer where state in ('PROPOSED', 'OPEN', 'ACCEPTED')");
  }

  @Test
  void oneApplicationHasOneLiveOfferAndIsOfferedOnce() {
    var application = waiting(1);
    var made =
        propose(
            IntStream.range(0, AT_ONCE)
                .mapToObj(n -> offer(application, new byte[] {(byte) n}, null))
                .toList());
    assertThat(made).isOne();
    assertThat(count(database, "select count(*) from application_change where state = 'OFFERED'"))
        .isOne();
  }

  @Test
  void ofAcceptRefuseAndLapseExactlyOneCounts() {
    for (int round = 0; round < 10; round++) {
      nobodyWaits();
      var offer = offer(waiting(1), new byte[] {1}, null);
      propose(List.of(offer));
      Statements.run(
          database,
          "update offer set state = 'OPEN', deadline = now() + interval '20 milliseconds'");
      var counted = new AtomicInteger();
      Flux.range(0, AT_ONCE)
          .delayElements(Duration.ofMillis(1))
          .flatMap(n -> answer(n, offer.id()).doOnNext(_ -> counted.incrementAndGet()), AT_ONCE)
          .blockLast(Duration.ofSeconds(30));
      assertThat(counted).hasValue(1);
      assertThat(
              count(database, "select count(*) from application_change where state <> 'OFFERED'"))
          .isOne();
    }
  }

  private static Mono<Offer> answer(int n, UUID offer) {
    return switch (n % 3) {
      case 0 -> stepping.accept(offer, "somebody");
      case 1 -> stepping.refuse(offer, "OTHER", "somebody");
      default -> stepping.lapse(offer);
    };
  }

  /** 1,000 m², of which others than start-ups may have 200: two of forty leases of 100 m². */
  @Test
  void theStartUpReserveHoldsAfterEveryCommit() {
    assertThat(leasedByOthers()).isEqualByComparingTo("200");
    assertThat(propose(List.of(lease(91, true), lease(92, true)))).isEqualTo(2);
  }

  /** The control: the same crowd with no reserve takes all that it can. */
  @Test
  void withoutTheReserveOthersTakeMore() {
    var areas = city.bean(LetAreas.class);
    areas.stock("industrial-space", new BigDecimal("1000")).block();
    var none = new StartUpReserve(BigDecimal.ZERO, StartUpReserve.Denominator.STOCK);
    Flux.range(0, 10)
        .flatMap(_ ->
            areas.lease("industrial-space", new LeasedArea(new BigDecimal("100"), false), none))
        .blockLast();
    assertThat(others()).isGreaterThan(new BigDecimal("200"));
  }

  @Test
  void ofSeveralUnitsAllAreHeldOrNone() {
    city.addSpace("one", 100);
    city.addSpace("two", 100);
    var offer = carried("is-001.one", "is-001.two");
    assertThat(offer.state()).isEqualTo(Offer.State.OPEN);
    assertThat(offer.units()).containsExactly("one", "two");
    assertThat(carried("is-001.one", "is-001.two").state()).isEqualTo(Offer.State.FAILED);
    stepping.withdraw(offer.id(), "system").flatMap(city.bean(Carrying.class)::on).block();
    assertThat(timedHolds()).isZero();

    // The second is not to be had twice, so the first is not kept either.
    assertThat(carried("is-001.one", "is-001.two", "is-001.two").state())
        .isEqualTo(Offer.State.FAILED);
    assertThat(timedHolds()).isZero();
  }

  private static Offer carried(String... pools) {
    var id = waiting(1);
    var proposed =
        new Offer(
            UUID.randomUUID(),
            id,
            "industrial-space",
            id.toString().getBytes(UTF_8),
            List.of(pools),
            "is-001",
            "op-space",
            List.of(),
            TestCity.today(),
            null,
            Offer.State.PROPOSED,
            Instant.now().plusSeconds(3600),
            null);
    return stepping
        .propose(proposed)
        .flatMap(city.bean(Carrying.class)::on)
        .blockOptional()
        .orElseThrow();
  }

  private static long timedHolds() {
    return count(city.inventoryDatabase(), "select count(*) from hold where state = 'TIMED'");
  }

  private static BigDecimal leasedByOthers() {
    city.bean(LetAreas.class).stock("industrial-space", new BigDecimal("1000")).block();
    propose(IntStream.range(0, AT_ONCE).mapToObj(n -> lease(n, false)).toList());
    return others();
  }

  private static BigDecimal others() {
    return database
        .sql("select others from let_area")
        .mapValue(BigDecimal.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }

  private static Offer lease(int n, boolean isStartUp) {
    return offer(
        waiting(n), new byte[] {(byte) n}, new LeasedArea(new BigDecimal("100"), isStartUp));
  }

  /** How many offers came of it. */
  private static long propose(List<Offer> offers) {
    return Flux.fromIterable(offers)
        .flatMap(stepping::propose, AT_ONCE)
        .count()
        .blockOptional(Duration.ofSeconds(60))
        .orElseThrow();
  }

  private static UUID waiting(int n) {
    var id = UUID.randomUUID();
    Statements.run(
        database,
        """
        insert into application (application, reference, programme, owner, idempotency_key, operator,
          channel, state, sealed, party, need, rules_version, ranking, category, points, since)
        values ('%1$s', '%1$s', 'industrial-space', '%1$s', 'key', 'op-space', 'ONLINE', 'QUEUED', '',
          '', '{}', '1', '%2$s', 1, 1, now())
        """
            .formatted(id, n));
    return id;
  }

  private static Offer offer(UUID application, byte[] party, LeasedArea area) {
    return new Offer(
        UUID.randomUUID(),
        application,
        "industrial-space",
        party,
        List.of("is-001.a"),
        "is-001",
        "op-space",
        List.of(),
        TestCity.today(),
        area,
        Offer.State.PROPOSED,
        Instant.now().plusSeconds(3600),
        null);
  }
}
