package city.huiwei.booking.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.assignment.Placement.CutOff;
import city.huiwei.booking.assignment.Placement.Decision;
import city.huiwei.booking.assignment.Placement.Given;
import city.huiwei.booking.assignment.Placement.Outcome;
import city.huiwei.booking.contract.ReserveOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From rank to room: single cases by hand, and what is true of every batch on random ones. */
class RankToRoomTest {

  private static final LocalDate FIRST = Markets.FIRST;
  private static final int MARKETS = 3000;
  private static final List<String> POOLS = List.of("a", "b", "c");

  @Test
  void eachTakesTheBestOfTheirListThatIsLeft() {
    var placement =
        place(
            supply(Map.of(), Markets.lot("a", 1, 1), Markets.lot("b", 1, 1)),
            person(1, "x", night("a"), night("b")),
            person(2, "x", night("a"), night("b")),
            person(3, "x", night("a"), night("b")));
    assertThat(outcomes(placement))
        .containsExactly(
            List.of(Outcome.PLACED, Outcome.PLACED_HIGHER),
            List.of(Outcome.BELOW_CUTOFF, Outcome.PLACED),
            List.of(Outcome.BELOW_CUTOFF, Outcome.BELOW_CUTOFF));
    assertThat(placement.cutOffs())
        .containsExactly(new CutOff("a", null, 1), new CutOff("b", null, 2));
  }

  @Test
  void theDaysWishedComeBeforeOthersAndAllNightsBeforeSome() {
    var wish = new Wished("a", FIRST.plusDays(1), FIRST.plusDays(3), 1, 1);
    assertThat(wish.stays())
        .containsExactly(
            stay("a", 1, 3), stay("a", 0, 2), stay("a", 2, 4), stay("a", 1, 2), stay("a", 2, 3));
  }

  @Test
  void whoTakesNoPartOfAStayHasAllNightsOrNone() {
    var lot = new RoomLot("a", FIRST, List.of(1, 0, 1));
    var whole = new Wished("a", FIRST, FIRST.plusDays(2), 0, 2);
    var part = new Wished("a", FIRST, FIRST.plusDays(2), 0, 1);
    var placement = place(supply(Map.of(), lot), person(1, "x", whole), person(2, "x", part));
    assertThat(outcomes(placement))
        .containsExactly(List.of(Outcome.NO_FIT_DATES), List.of(Outcome.PLACED));
    assertThat(given(placement, 1).stay()).isEqualTo(stay("a", 0, 1));
  }

  @Test
  void whoFindsNothingButWhatIsKeptForAnotherGroupIsToldSo() {
    var placement =
        place(
            supply(Map.of("g", 1), Markets.lot("a", 1, 1)),
            person(1, "x", night("a")),
            person(2, "g", night("a")));
    assertThat(outcomes(placement))
        .containsExactly(List.of(Outcome.RESERVE_ONLY), List.of(Outcome.PLACED));
    assertThat(placement.cutOffs()).containsExactly(new CutOff("a", "g", 2));
  }

  /** Kept half and half; the group wants a, so that what is kept of b is kept of a instead. */
  @Test
  void aGroupHasItsRoomsWhereItWantsThem() {
    var placement =
        place(
            supply(Map.of("g", 2), Markets.lot("a", 1, 2), Markets.lot("b", 1, 2)),
            person(1, "x", night("a"), night("b")),
            person(2, "g", night("a")),
            person(3, "g", night("a")));
    assertThat(given(placement, 0).stay().pool()).isEqualTo("b");
    assertThat(Markets.placed(placement)).containsExactly(1, 2, 3);
  }

  @Test
  void nobodyWhoIsNotInTheBatchOfThatNightIsPlaced() {
    var placement = place(supply(Map.of(), Markets.lot("a", 1, 1)), person(1, "x", night("z")));
    assertThat(outcomes(placement)).containsExactly(List.of(Outcome.NO_FIT_DATES));
  }

  @ParameterizedTest
  @EnumSource
  void noRoomIsGivenTwiceAndEachHasAStayOfTheirOwnList(ReserveOrder order) {
    each(
        order,
        4,
        (market, placement) -> {
          var left = market.left(placement);
          assertThat(left.values()).as("%s", market).allMatch(rooms -> rooms >= 0);
          for (var decision : placement.decisions()) {
            var given = decision.given();
            if (given != null) {
              assertThat(decision.contender().wishes().get(given.wish()).stays())
                  .contains(given.stay());
            }
            assertThat(decision.outcomes()).hasSameSizeAs(decision.contender().wishes());
          }
        });
  }

  /**
   * Whoever wins where a reserve is drawn on its own has left the other draw, with what is in it.
   */
  @ParameterizedTest
  @EnumSource
  void noRoomIsWastedThatSomebodyWouldRatherHave(ReserveOrder order) {
    each(
        order,
        4,
        (market, placement) -> {
          var left = market.left(placement);
          for (var decision : placement.decisions()) {
            if (order != ReserveOrder.DRAWN_AGAIN || !isReserved(decision)) {
              assertThat(better(decision))
                  .as("%s of %s", decision, market)
                  .noneMatch(stay -> isLeft(stay, left));
            }
          }
        });
  }

  /**
   * Where a reserve is drawn on its own, whoever wins there has left the other draw, and may see a
   * better room with one who comes later.
   */
  @ParameterizedTest
  @EnumSource(names = {"MINIMUM_GUARANTEE", "OPEN_FIRST"})
  void nobodyIsPassedOverButForARoomKeptForAnotherGroup(ReserveOrder order) {
    each(
        order,
        4,
        (market, placement) -> {
          for (var higher : placement.decisions()) {
            for (var lower : placement.decisions()) {
              if (lower.contender().rank() > higher.contender().rank() && envies(higher, lower)) {
                assertThat(given(lower).reserved()).as("%s", market).isTrue();
                assertThat(lower.contender().category())
                    .as("%s", market)
                    .isNotEqualTo(higher.contender().category());
              }
            }
          }
        });
  }

  /**
   * One group with a reserve, rooms for one night: it has as many as are reserved, or as many as it
   * would have if nobody else took part.
   */
  @ParameterizedTest
  @EnumSource
  void aReserveIsMetWheneverThereAreEnoughOfTheGroup(ReserveOrder order) {
    each(
        order,
        1,
        (market, placement) -> {
          if (market.supply.reserves().size() != 1) {
            return;
          }
          var group = market.supply.reserves().firstKey();
          var alone =
              RankToRoom.place(
                  market.supply,
                  market.people.stream().filter(it -> it.category().equals(group)).toList());
          int enough =
              Math.min(
                  Markets.placed(alone).size(), market.supply.reserves().getOrDefault(group, 0));
          assertThat(placement.decisions())
              .as("%s", market)
              .filteredOn(it -> it.contender().category().equals(group) && it.given() != null)
              .hasSizeGreaterThanOrEqualTo(enough);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theOrderInWhichTheyAreNamedChangesNothing(ReserveOrder order) {
    each(
        order,
        4,
        (market, placement) -> {
          var people = new ArrayList<>(market.people);
          Collections.shuffle(people, new Random(market.number));
          var lots = new ArrayList<>(market.supply.lots());
          Collections.reverse(lots);
          var again = new Supply(lots, market.supply.reserves(), order);
          assertThat(RankToRoom.place(again, people)).isEqualTo(placement);
        });
  }

  /**
   * Tries all ways of giving rooms: among those that are possible the one is taken in which the
   * first has the best, then the second, and so on.
   */
  @Test
  void withoutReservesItIsTheBestOfAllWaysInTheOrderOfRanks() {
    var random = new Random(20261202);
    for (int number = 0; number < 500; number++) {
      var people =
          IntStream.rangeClosed(1, 1 + random.nextInt(4))
              .mapToObj(
                  it -> Markets.contender(random, it, Markets.wishes(random, List.of("a", "b"), 2)))
              .toList();
      var lots = List.of(Markets.lot("a", 2, 1), Markets.lot("b", 2, random.nextInt(3)));
      var market =
          new Market(
              number, new Supply(lots, new TreeMap<>(), ReserveOrder.MINIMUM_GUARANTEE), people);
      var placement = RankToRoom.place(market.supply, people);
      assertThat(placement.decisions().stream().map(RankToRoomTest::way).toList())
          .as("%s", market)
          .isEqualTo(bestOfAllWays(people, 0, market.rooms()));
    }
  }

  /** So that the properties above are not those of an engine that never keeps anything. */
  @ParameterizedTest
  @EnumSource
  void reservesDoChangeWhoIsPlaced(ReserveOrder order) {
    var changed = new int[1];
    each(
        order,
        1,
        (market, placement) -> {
          var without = new Supply(market.supply.lots(), new TreeMap<>(), order);
          var open = RankToRoom.place(without, market.people);
          changed[0] += Markets.placed(open).equals(Markets.placed(placement)) ? 0 : 1;
        });
    assertThat(changed[0]).isGreaterThan(MARKETS / 20);
  }

  @Test
  void aBatchOfTwoThousandRoomsAndTwentyThousandPeopleIsPlacedWithinSeconds() {
    var random = new Random(3);
    var pools = IntStream.range(0, 40).mapToObj(it -> "pool-" + it).toList();
    var lots = pools.stream().map(pool -> Markets.lot(pool, 30, 50)).toList();
    var people =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(rank ->
                Markets.contender(random, rank, Markets.wishes(random, pools.subList(0, 10), 15)))
            .toList();
    var supply =
        new Supply(lots, new TreeMap<>(Map.of("first-time", 600)), ReserveOrder.OPEN_FIRST);
    long begun = System.nanoTime();
    var placement = RankToRoom.place(supply, people);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.out.printf(
        "from rank to room: 20000 people, %d placed, %d rounds, %d ms%n",
        Markets.placed(placement).size(), placement.rounds(), millis);
    assertThat(millis).isLessThan(20_000);
  }

  private record Market(int number, Supply supply, List<Contender> people) {

    /** Rooms by stay of one night. */
    Map<Stay, Integer> rooms() {
      var rooms = new HashMap<Stay, Integer>();
      for (var lot : supply.lots()) {
        for (int night = 0; night < lot.rooms().size(); night++) {
          rooms.put(one(lot.pool(), lot.first().plusDays(night)), lot.rooms().get(night));
        }
      }
      return rooms;
    }

    Map<Stay, Integer> left(Placement placement) {
      var left = rooms();
      placement.decisions().stream()
          .map(RankToRoomTest::stayOf)
          .flatMap(List::stream)
          .forEach(stay -> take(stay, left));
      return left;
    }
  }

  private interface Check {
    void on(Market market, Placement placement);
  }

  private static void each(ReserveOrder order, int nights, Check check) {
    var random = new Random(20261201);
    for (int number = 0; number < MARKETS; number++) {
      var lots = POOLS.stream().map(it -> Markets.lot(it, nights, random.nextInt(4))).toList();
      int rooms = lots.stream().mapToInt(lot -> lot.rooms().getFirst()).sum();
      var people =
          IntStream.rangeClosed(1, random.nextInt(13))
              .mapToObj(it -> Markets.contender(random, it, Markets.wishes(random, POOLS, nights)))
              .toList();
      var supply = new Supply(lots, Markets.reserves(random, rooms), order);
      check.on(new Market(number, supply, people), RankToRoom.place(supply, people));
    }
  }

  /** Which of their ways each goes, where the first goes the best they can, then the second. */
  private static List<Integer> bestOfAllWays(
      List<Contender> people, int turn, Map<Stay, Integer> left) {
    if (turn == people.size()) {
      return List.of();
    }
    var possible = new ArrayList<List<Integer>>();
    var ways = ways(people.get(turn));
    for (int way = 0; way < ways.size(); way++) {
      if (ways.get(way).stream().allMatch(it -> isLeft(it, left))) {
        var then = new HashMap<>(left);
        ways.get(way).forEach(it -> take(it, then));
        var all = new ArrayList<>(List.of(way));
        all.addAll(bestOfAllWays(people, turn + 1, then));
        possible.add(all);
      }
    }
    return possible.stream().min(RankToRoomTest::lexicographically).orElseThrow();
  }

  private static int lexicographically(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i).compareTo(other.get(i));
      }
    }
    return 0;
  }

  /** Every stay of the list, the best first, and at last none. */
  private static List<List<Stay>> ways(Contender contender) {
    var ways = new ArrayList<List<Stay>>();
    contender.wishes().forEach(wish -> wish.stays().forEach(stay -> ways.add(List.of(stay))));
    ways.add(List.of());
    return ways;
  }

  private static List<Stay> better(Decision decision) {
    var given = decision.given();
    var better = new ArrayList<Stay>();
    for (int i = 0; i < decision.contender().wishes().size(); i++) {
      for (var stay : decision.contender().wishes().get(i).stays()) {
        if (given != null && given.wish() == i && given.stay().equals(stay)) {
          return better;
        }
        better.add(stay);
      }
    }
    return better;
  }

  private static boolean isReserved(Decision decision) {
    return decision.given() != null && decision.given().reserved();
  }

  private static boolean envies(Decision higher, Decision lower) {
    return lower.given() != null && better(higher).contains(given(lower).stay());
  }

  private static boolean isLeft(Stay stay, Map<Stay, Integer> left) {
    return stay.from()
        .datesUntil(stay.to())
        .allMatch(night -> left.getOrDefault(one(stay.pool(), night), 0) > 0);
  }

  private static void take(Stay stay, Map<Stay, Integer> left) {
    stay.from()
        .datesUntil(stay.to())
        .forEach(night -> left.merge(one(stay.pool(), night), -1, Integer::sum));
  }

  private static int way(Decision decision) {
    return ways(decision.contender()).indexOf(stayOf(decision));
  }

  private static List<Stay> stayOf(Decision decision) {
    return decision.given() == null ? List.of() : List.of(decision.given().stay());
  }

  private static Given given(Decision decision) {
    return java.util.Objects.requireNonNull(decision.given());
  }

  private static Given given(Placement placement, int index) {
    return given(placement.decisions().get(index));
  }

  private static List<List<Outcome>> outcomes(Placement placement) {
    return placement.decisions().stream().map(Decision::outcomes).toList();
  }

  private static Placement place(Supply supply, Contender... people) {
    return RankToRoom.place(supply, List.of(people));
  }

  private static Supply supply(Map<String, Integer> reserves, RoomLot... lots) {
    return new Supply(List.of(lots), new TreeMap<>(reserves), ReserveOrder.MINIMUM_GUARANTEE);
  }

  private static Contender person(int rank, String category, Wished... wishes) {
    return new Contender("ticket-" + rank, rank, rank, category, List.of(wishes));
  }

  private static Wished night(String pool) {
    return new Wished(pool, FIRST, FIRST.plusDays(1), 0, 1);
  }

  private static Stay stay(String pool, int from, int to) {
    return new Stay(pool, FIRST.plusDays(from), FIRST.plusDays(to));
  }

  private static Stay one(String pool, LocalDate night) {
    return new Stay(pool, night, night.plusDays(1));
  }
}
