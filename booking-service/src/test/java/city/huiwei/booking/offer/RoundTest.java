package city.huiwei.booking.offer;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.allocation.LetArea;
import city.huiwei.booking.allocation.StartUpReserve;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is offered what, when something is free. */
class RoundTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private static final StartUpReserve RESERVE =
      new StartUpReserve(new BigDecimal("0.80"), StartUpReserve.Denominator.STOCK);

  private static final StartUpReserve NO_RESERVE =
      new StartUpReserve(BigDecimal.ZERO, StartUpReserve.Denominator.STOCK);

  private final ApplicationProgramme care = TestRules.elderCare(2);

  @Test
  void theFirstWhoFitsIsOfferedThePlace() {
    var round = round(care, bed("ec-001.a", 0, 1, 3));
    var matches = given(round, waiter(1, 4, 1), waiter(2, 1, 1), waiter(3, 0, 1));
    assertThat(pairs(matches)).containsExactly("2 ec-001.a", "3 ec-001.a");
  }

  @Test
  void anEqualPlaceIsTakenWhereItIsMissedLeast() {
    var round = round(care, bed("ec-001.wide", 0, 4, 3), bed("ec-001.tight", 0, 1, 3));
    assertThat(pairs(given(round, waiter(1, 1, 1)))).containsExactly("1 ec-001.tight");
  }

  /** The tight bed suits both, the wide one only the first. */
  @Test
  void whoHasABedThatAnotherNeedsIsGivenOneThatDoesAsWell() {
    var beds = List.of(bed("ec-001.tight", 0, 1, 1), bed("ec-001.wide", 1, 4, 1));
    var round = round(TestRules.elderCare(0), beds.toArray(Place[]::new));
    assertThat(pairs(given(round, waiter(1, 1, 1), waiter(2, 0, 1))))
        .containsExactly("1 ec-001.wide", "2 ec-001.tight");
  }

  @Test
  void aWomanAndAManWhoAreStrangersAreNeverPutIntoOneRoom() {
    var round = round(TestRules.elderCare(0), room("1001", 2), room("1002", 2));
    assertThat(pairs(given(round, waiter(1, 1, 1), man(2), man(3), man(4), waiter(5, 1, 1))))
        .containsExactly("1 ec-001.1001", "2 ec-001.1002", "3 ec-001.1002", "5 ec-001.1001");
  }

  @Test
  void nobodyIsPutBesideSomebodyOfWhomNothingIsKnown() {
    var half = List.of(room("1001", 1));
    assertThat(pairs(given(round(TestRules.elderCare(0), room("1001", 1)), man(1)))).isEmpty();
    var known = new Free(Instant.EPOCH, half, Map.of("ec-001/1001", "male"), NO_RESERVE, null);
    var round = Round.of(TestRules.elderCare(0), known);
    assertThat(pairs(given(round, waiter(1, 1, 1), man(2)))).containsExactly("2 ec-001.1001");
  }

  /** Of 1,000 m² others have 150 and may have 200: 100 more are too many for them. */
  @Test
  void whoMayNotLeaseForTheReserveDoesNotKeepThePlaceFromAStartUp() {
    var unit = space("is-001.a", 100);
    var area = new LetArea(new BigDecimal("1000"), new BigDecimal("400"), new BigDecimal("150"));
    var space = TestRules.industrialSpace();
    var free = new Free(Instant.EPOCH, List.of(unit), Map.of(), RESERVE, area);
    assertThat(pairs(given(Round.of(space, free), firm(1, "no"), firm(2, "yes"))))
        .containsExactly("2 is-001.a");
    // Fifty are just enough.
    var fifty = new Free(Instant.EPOCH, List.of(space("is-001.b", 50)), Map.of(), RESERVE, area);
    assertThat(pairs(given(Round.of(space, fifty), firm(1, "no")))).containsExactly("1 is-001.b");
  }

  @Test
  void leasesOfOneRoundCountForThoseThatComeAfter() {
    var units = List.of(space("is-001.a", 40), space("is-001.b", 41));
    var area = new LetArea(new BigDecimal("1000"), new BigDecimal("400"), new BigDecimal("150"));
    var free = new Free(Instant.EPOCH, units, Map.of(), RESERVE, area);
    var round = Round.of(TestRules.industrialSpace(), free);
    assertThat(pairs(given(round, firm(1, "no"), firm(2, "no"), firm(3, "yes"))))
        .containsExactly("1 is-001.a", "3 is-001.b");
  }

  @Test
  void aListIsNotGoneThroughAgainUntilSomethingIsNewOrAWhileIsOver() {
    var lulls = new Lulls(Duration.ofSeconds(30));
    var now = Instant.parse("2026-12-01T02:00:00Z");
    var one = free(now, bed("ec-001.a", 0, 4, 1));
    var second = Duration.ofSeconds(1);
    assertThat(lulls.isOver("list", one, 7)).isTrue();
    lulls.note("list", one, 7, 0, second);
    assertThat(lulls.isOver("list", later(now, 30, 1), 7)).isFalse();
    assertThat(lulls.isOver("list", later(now, 31, 1), 7)).isTrue();
    assertThat(lulls.isOver("other list", one, 7)).isTrue();
    // What is newly free goes at once; who has come is asked when the list has rested.
    assertThat(lulls.isOver("list", later(now, 1, 2), 7)).isTrue();
    assertThat(lulls.isOver("list", later(now, 9, 1), 8)).isFalse();
    assertThat(lulls.isOver("list", later(now, 10, 1), 8)).isTrue();
    lulls.note("list", one, 7, 1, second);
    assertThat(lulls.isOver("list", one, 7)).isTrue();
  }

  private static Free later(Instant now, int seconds, int free) {
    return free(now.plusSeconds(seconds), bed("ec-001.a", 0, 4, free));
  }

  @Test
  void theLastBedsAreKeptForTheFirstClass() {
    var round = round(care, bed("ec-001.a", 0, 4, 3));
    var matches = given(round, waiter(1, 1, 3), waiter(2, 1, 3), waiter(3, 1, 1), waiter(4, 1, 1));
    // Of three beds two are kept back: the third class has one, the first class both others.
    assertThat(pairs(matches)).containsExactly("1 ec-001.a", "3 ec-001.a", "4 ec-001.a");
    assertThat(round.isEmpty()).isTrue();
  }

  @Test
  void whatWasRefusedIsNotOfferedAgain() {
    var round = round(care, bed("ec-001.a", 0, 4, 3));
    var picky = new Waiter(UUID.randomUUID(), new byte[0], 1, "1", need(1), Set.of("ec-001.a"));
    assertThat(given(round, picky)).isEmpty();
  }

  @Test
  void aCoupleHasTheTwoBedsOfOneRoomOrNone() {
    var couple = new Waiter(UUID.randomUUID(), new byte[0], 1, "1", couple(), Set.of());
    var another = new Waiter(UUID.randomUUID(), new byte[0], 1, "2", couple(), Set.of());
    var round =
        round(TestRules.elderCare(0), coupleRoom("ec-001.half", 1), coupleRoom("ec-001.whole", 2));
    assertThat(given(round, couple, another))
        .singleElement()
        .extracting(match -> match.places().stream().map(Place::pool).toList())
        .isEqualTo(List.of("ec-001.whole", "ec-001.whole"));
  }

  private static Round round(ApplicationProgramme programme, Place... places) {
    return Round.of(programme, free(Instant.EPOCH, places));
  }

  private static Free free(Instant listed, Place... places) {
    return new Free(listed, List.of(places), Map.of(), NO_RESERVE, null);
  }

  private static List<Round.Match> given(Round round, Waiter... waiters) {
    round.give(List.of(waiters));
    return round.matches();
  }

  private static Waiter man(int rank) {
    var need = Answers.of("elder.sex", "male", "elder.level", "1");
    return new Waiter(UUID.randomUUID(), new byte[0], 1, "" + rank, need, Set.of());
  }

  private static Place room(String room, int free) {
    return place(
        "ec-001." + room,
        "elder-care",
        free,
        Map.of("sex", "any", "careFrom", 0, "careTo", 4, "room", room, "bedsInRoom", 2));
  }

  private static Waiter firm(int rank, String startUp) {
    var need =
        Answers.of(
            "firm.industry",
            "software",
            "space.area-least",
            "10",
            "space.area-most",
            "500",
            "firm.start-up",
            startUp);
    return new Waiter(UUID.randomUUID(), new byte[0], 1, "" + rank, need, Set.of());
  }

  private static Place space(String pool, int squareMetres) {
    return place(
        pool,
        "industrial-space",
        1,
        Map.of("areaSquareMetres", squareMetres, "industries", List.of("software")));
  }

  private static Answers couple() {
    return Answers.of("elder.sex", "couple", "elder.level", "2");
  }

  private static Place coupleRoom(String pool, int free) {
    return bed(pool, "couple", 0, 4, free);
  }

  private static List<String> pairs(List<Round.Match> matches) {
    return matches.stream()
        .map(match -> match.waiter().ranking() + " " + match.places().getFirst().pool())
        .toList();
  }

  private static Waiter waiter(int rank, int level, int category) {
    return new Waiter(UUID.randomUUID(), new byte[0], category, "" + rank, need(level), Set.of());
  }

  private static Answers need(int level) {
    return Answers.of("elder.sex", "female", "elder.level", "" + level);
  }

  private static Place bed(String pool, int from, int to, int free) {
    return bed(pool, "female", from, to, free);
  }

  private static Place bed(String pool, String sex, int from, int to, int free) {
    return place(pool, "elder-care", free, Map.of("sex", sex, "careFrom", from, "careTo", to));
  }

  private static Place place(
      String pool, String programme, int free, Map<String, Object> features) {
    return new Place(
        pool,
        "ec-001",
        new Name("康园", "Kangyuan"),
        "op-care",
        programme,
        "bed",
        "futian",
        "-",
        null,
        free,
        free,
        TODAY,
        TODAY.plusDays(1),
        features);
  }
}
