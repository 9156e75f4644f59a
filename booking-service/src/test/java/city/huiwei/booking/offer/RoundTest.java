package city.huiwei.booking.offer;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.TestRules;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Name;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is offered what, when something is free. */
class RoundTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final ApplicationProgramme care = TestRules.elderCare(2);

  @Test
  void theFirstWhoFitsIsOfferedThePlace() {
    var round = new Round(care, List.of(bed("ec-001.a", 0, 1, 3)));
    var matches = round.give(List.of(waiter(1, 4, 1), waiter(2, 1, 1), waiter(3, 0, 1)));
    assertThat(pairs(matches)).containsExactly("2 ec-001.a", "3 ec-001.a");
  }

  @Test
  void anEqualPlaceIsTakenWhereItIsMissedLeast() {
    var round = new Round(care, List.of(bed("ec-001.wide", 0, 4, 3), bed("ec-001.tight", 0, 1, 3)));
    assertThat(pairs(round.give(List.of(waiter(1, 1, 1))))).containsExactly("1 ec-001.tight");
  }

  @Test
  void theLastBedsAreKeptForTheFirstClass() {
    var round = new Round(care, List.of(bed("ec-001.a", 0, 4, 3)));
    var matches =
        round.give(List.of(waiter(1, 1, 3), waiter(2, 1, 3), waiter(3, 1, 1), waiter(4, 1, 1)));
    // Of three beds two are kept back: the third class has one, the first class both others.
    assertThat(pairs(matches)).containsExactly("1 ec-001.a", "3 ec-001.a", "4 ec-001.a");
    assertThat(round.isEmpty()).isTrue();
  }

  @Test
  void whatWasRefusedIsNotOfferedAgain() {
    var round = new Round(care, List.of(bed("ec-001.a", 0, 4, 3)));
    var picky = new Waiter(UUID.randomUUID(), new byte[0], 1, "1", need(1), Set.of("ec-001.a"));
    assertThat(round.give(List.of(picky))).isEmpty();
  }

  @Test
  void aCoupleHasTheTwoBedsOfOneRoomOrNone() {
    var rooms = List.of(coupleRoom("ec-001.half", 1), coupleRoom("ec-001.whole", 2));
    var couple = new Waiter(UUID.randomUUID(), new byte[0], 1, "1", couple(), Set.of());
    var round = new Round(TestRules.elderCare(0), rooms);
    assertThat(round.give(List.of(couple)))
        .singleElement()
        .extracting(match -> match.places().stream().map(Place::pool).toList())
        .isEqualTo(List.of("ec-001.whole", "ec-001.whole"));
    assertThat(round.give(List.of(couple))).isEmpty();
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
    return new Place(
        pool,
        "ec-001",
        new Name("康园", "Kangyuan"),
        "op-care",
        "elder-care",
        "bed",
        "futian",
        "-",
        null,
        free,
        free,
        TODAY,
        TODAY.plusDays(1),
        Map.of("sex", sex, "careFrom", from, "careTo", to));
  }
}
