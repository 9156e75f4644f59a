package city.huiwei.booking.offer;

import static city.huiwei.booking.TestCity.count;
import static city.huiwei.booking.allocation.StartUpReserve.Denominator.STOCK;
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
  private static final String SPACE = "industrial-space";
  private static final Offer.Grounds GROUNDS = new Offer.Grounds("1", Instant.EPOCH, null, null);

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
    return live();
  }

  @Test
  void oneApplicationHasOneLiveOfferAndIsOfferedOnce() {
    assertThat(proposedToOneApplication()).isOne();
    assertThat(count(database, "select count(*) from application_change where state = 'OFFERED'"))
        .isOne();
  }

  /** The control: the application's own step would stop it too, so both guards are taken away. */
  @Test
  void withoutTheIndexOneApplicationHasMany() {
    var application = waiting(1);
    Statements.run(database, "drop index one_live_offer_an_application");
    try {
      Flux.range(0, AT_ONCE)
          .map(n -> offer(application, new byte[] {n.byteValue()}, null))
          .flatMap(city.bean(Offers.class)::propose, AT_ONCE)
          .blockLast(Duration.ofSeconds(60));
      assertThat(live()).isGreaterThan(1);
    } finally {
      Statements.run(
          database,
          "truncate offer, application cascade",
          """
          create unique index one_live_offer_an_application on offer (application)
            where state in ('PROPOSED', 'OPEN', 'ACCEPTED')
          """);
    }
  }

  private static long proposedToOneApplication() {
    var application = waiting(1);
    return propose(
        IntStream.range(0, AT_ONCE)
            .mapToObj(n -> offer(application, new byte[] {(byte) n}, null))
            .toList());
  }

  private static long live() {
    return count(
        database, "select count(*) from offer where state in ('PROPOSED', 'OPEN', 'ACCEPTED')");
  }

  /** Half of them are offered a bed for women in the room, half one for men, all at once. */
  @Test
  void strangersOfTwoSexesAreNeverOfferedBedsOfOneRoom() {
    for (int round = 0; round < 5; round++) {
      nobodyWaits();
      proposeBedsOfOneRoom();
      assertThat(sexesInTheRoom()).isOne();
      assertThat(live()).isPositive();
    }
  }

  /** The control. */
  @Test
  void withoutTheConstraintTheyAre() {
    Statements.run(database, "alter table offer drop constraint one_sex_a_room");
    try {
      proposeBedsOfOneRoom();
      assertThat(sexesInTheRoom()).isEqualTo(2);
    } finally {
      Statements.run(
          database,
          "truncate offer, application cascade",
          """
          alter table offer add constraint one_sex_a_room exclude using gist
            (room with =, sex with <>, daterange(begins, ends) with &&)
            where (room is not null and state in ('PROPOSED', 'OPEN', 'ACCEPTED', 'BOOKED'))
          """);
    }
  }

  @Test
  void aRoomIsForAnotherSexFromTheDayOnWhichTheLastHasLeft() {
    propose(List.of(bedOfTheRoom(1, "female")));
    Statements.run(database, "update offer set state = 'BOOKED', ends = begins + 30");
    assertThat(propose(List.of(bedOfTheRoom(2, "male")))).isZero();
    Statements.run(database, "update offer set ends = begins");
    assertThat(propose(List.of(bedOfTheRoom(3, "male")))).isOne();
  }

  private static void proposeBedsOfOneRoom() {
    propose(
        IntStream.range(0, AT_ONCE)
            .mapToObj(n -> bedOfTheRoom(n, n % 2 == 0 ? "female" : "male"))
            .toList());
  }

  private static Offer bedOfTheRoom(int n, String sex) {
    return offer(
        waiting(n),
        new byte[] {(byte) n},
        null,
        new Offer.Grounds("1", Instant.EPOCH, "ec-001/1001", sex));
  }

  private static long sexesInTheRoom() {
    return count(database, "select count(distinct sex) from offer");
  }

  /** Two live offers for one bed: inventory holds it once, and the others come to nothing. */
  @Test
  void oneBedIsOfferedToOneOfFortyAtOnce() {
    city.addSpace("single", 100);
    var opened =
        Flux.range(0, AT_ONCE)
            .flatMap(n -> carrying(offerOf("is-001.single", n)), AT_ONCE)
            .filter(offer -> offer.state() == Offer.State.OPEN)
            .count()
            .block(Duration.ofSeconds(60));
    assertThat(opened).isOne();
    assertThat(timedHolds()).isOne();
    assertThat(live()).isOne();
    assertThat(count(database, "select count(*) from application where state = 'QUEUED'"))
        .isEqualTo(AT_ONCE - 1);
    Statements.run(
        city.inventoryDatabase(),
        "delete from hold where pool = 'is-001.single'",
        "update stock set version = version + 1");
  }

  private static Mono<Offer> carrying(Offer offer) {
    return stepping.propose(offer).flatMap(city.bean(Carrying.class)::on);
  }

  private static Offer offerOf(String pool, int n) {
    var id = waiting(n);
    return new Offer(
        UUID.randomUUID(),
        id,
        "industrial-space",
        id.toString().getBytes(UTF_8),
        List.of(pool),
        "is-001",
        "op-space",
        List.of(),
        TestCity.today(),
        null,
        null,
        null,
        Offer.State.PROPOSED,
        Instant.now().plusSeconds(3600),
        null,
        GROUNDS);
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

  /**
   * 1,000 m², of which others than start-ups may have 200. Leases come and go, and what every
   * commit leaves is written down by the database itself.
   */
  @Test
  void theStartUpReserveHoldsAfterEveryCommit() {
    assertThat(brokenCommits(new StartUpReserve(new BigDecimal("0.80"), STOCK))).isZero();
    assertThat(count(database, "select count(*) from let_area_seen")).isGreaterThan(20);
    assertThat(others()).isLessThanOrEqualTo(new BigDecimal("200"));
  }

  /** The control: the same crowd without the guard breaks it. */
  @Test
  void withoutTheReserveSomeCommitBreaksIt() {
    assertThat(brokenCommits(new StartUpReserve(BigDecimal.ZERO, STOCK))).isPositive();
  }

  private static long brokenCommits(StartUpReserve reserve) {
    var areas = city.bean(LetAreas.class);
    Statements.run(
        database,
        "drop table if exists let_area_seen",
        "create table let_area_seen (stock numeric, others numeric)",
        """
        create or replace function see_let_area() returns trigger language plpgsql as $$
        begin insert into let_area_seen values (new.stock, new.others); return new; end $$
        """,
        """
        create or replace trigger see after update on let_area for each row
          execute function see_let_area()
        """);
    areas.stock(SPACE, new BigDecimal("1000")).block();
    Flux.range(0, AT_ONCE * 3)
        .flatMap(n -> leaseAndPerhapsGiveBack(areas, reserve, n), AT_ONCE)
        .blockLast(Duration.ofSeconds(60));
    return count(database, "select count(*) from let_area_seen where stock - others < 0.8 * stock");
  }

  private static Mono<Void> leaseAndPerhapsGiveBack(LetAreas areas, StartUpReserve reserve, int n) {
    var area = new LeasedArea(new BigDecimal(30 + n % 40), n % 5 == 0);
    return areas
        .lease(SPACE, area, reserve)
        .flatMap(_ -> n % 2 == 0 ? areas.giveBack(SPACE, area) : Mono.empty());
  }

  /** An offer of a lease takes its area in the same commit. */
  @Test
  void ofFortyLeasesAtOnceOthersThanStartUpsHaveTwo() {
    assertThat(leasedByOthers()).isEqualByComparingTo("200");
    assertThat(propose(List.of(lease(91, true), lease(92, true)))).isEqualTo(2);
  }

  /** The control: the same crowd with no reserve takes all that it can. */
  @Test
  void withoutTheReserveOthersTakeMore() {
    var areas = city.bean(LetAreas.class);
    areas.stock("industrial-space", new BigDecimal("1000")).block();
    var none = new StartUpReserve(BigDecimal.ZERO, STOCK);
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
            null,
            null,
            Offer.State.PROPOSED,
            Instant.now().plusSeconds(3600),
            null,
            GROUNDS);
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
    return offer(application, party, area, GROUNDS);
  }

  private static Offer offer(
      UUID application, byte[] party, LeasedArea area, Offer.Grounds grounds) {
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
        null,
        null,
        area,
        Offer.State.PROPOSED,
        Instant.now().plusSeconds(3600),
        null,
        grounds);
  }
}
