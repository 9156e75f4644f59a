package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools too large to try everything: there the rule is "fits on every night". */
class LargePoolTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate HORIZON = TODAY.plusDays(200);

  /** Days go by, guests leave early or stay away, some rooms are blocked from today on. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whatFitsOnEveryNightIsAcceptedAndNothingElse(long seed) {
    var random = new Random(seed);
    var witness = new PlanWitness(units(20), seed);
    int refused = 0;
    for (int n = 0; n < 3_000; n++) {
      var today = TODAY.plusDays(n / 60);
      if (n % 60 == 0) {
        block(witness, random, today);
      }
      var request = new Request(id(random), period(random, today));
      var fits = witness.free(request.period(), HORIZON) > 0;
      assertThat(witness.plan().free(request.period()))
          .as("seed %d", seed)
          .isEqualTo((int) witness.free(request.period(), HORIZON));
      assertThat(witness.seats(List.of(request), today)).as("seed %d", seed).isEqualTo(fits);
      refused += fits ? 0 : 1;
      if (n % 5 == 0) {
        giveOneBack(witness, random);
      }
    }
    assertThat(refused).as("seed %d: the pool is never full", seed).isGreaterThan(100);
  }

  @Test
  void theSameStaysAndRequestsGiveTheSameAnswersInWhateverOrderTheStaysWereRead() {
    var random = new Random(21);
    var stays = new ArrayList<Stay>();
    var first = new PlanWitness(units(30), 21);
    for (int n = 0; n < 400; n++) {
      first.seats(List.of(new Request(id(random), period(random, TODAY))), TODAY);
    }
    stays.addAll(first.stays().values());
    Collections.shuffle(stays, random);
    var forwards = new SeatingPlan(units(30));
    var backwards = new SeatingPlan(units(30).reversed());
    stays.forEach(forwards::take);
    stays.reversed().forEach(backwards::take);
    for (int n = 0; n < 200; n++) {
      var group =
          Stream.generate(() -> new Request(id(random), period(random, TODAY))).limit(2).toList();
      assertThat(forwards.seat(group, TODAY)).isEqualTo(backwards.seat(group.reversed(), TODAY));
    }
  }

  /** Each way sees the same requests; a refusal counts where every night had a free unit. */
  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void lateSeatingRefusesNothingThatFits(long seed) {
    var requests = requests(new Random(seed), 1_000, 30);
    var late = new SeatingPlan(units(200));
    int refusedByLate = 0;
    int moves = 0;
    for (var request : requests) {
      var fits = late.free(request.period()) > 0;
      switch (late.seat(request, TODAY)) {
        case SeatingAnswer.Seated seated -> moves += seated.moves().size();
        case SeatingAnswer.Refused _ -> refusedByLate += fits ? 1 : 0;
      }
    }
    var random = new ImmediateSeating(200, new Random(seed)::nextInt);
    var firstFit = new ImmediateSeating(200, _ -> 0);
    random.seat(requests);
    firstFit.seat(requests);
    System.out.println(
        "seed %d: of %d requests refused though every night was free: random %d, first fit %d, late %d (%d moves)"
            .formatted(
                seed, requests.size(), random.refused(), firstFit.refused(), refusedByLate, moves));
    assertThat(refusedByLate).as("seed %d", seed).isZero();
    assertThat(random.refused()).as("seed %d", seed).isGreaterThan(firstFit.refused());
    assertThat(firstFit.refused()).as("seed %d", seed).isPositive();
  }

  @Test
  void aSeasonOf69000StaysFitsTenThousandRooms() {
    var plan = new SeatingPlan(units(10_000));
    var requests = requests(new Random(41), 90_000, 60);
    requests.sort(Comparator.comparing(request -> request.period().from()));
    int seated = 0;
    var start = System.nanoTime();
    for (var request : requests) {
      var fits = plan.free(request.period()) > 0;
      var answer = plan.seat(request, TODAY);
      assertThat(answer instanceof SeatingAnswer.Seated).isEqualTo(fits);
      seated += fits ? 1 : 0;
    }
    System.out.println(
        "%d stays seated in %d ms".formatted(seated, (System.nanoTime() - start) / 1_000_000));
    assertThat(seated).isGreaterThan(60_000);
  }

  private static void block(PlanWitness witness, Random random, LocalDate today) {
    var week = new Period(today, today.plusDays(7));
    units(20).stream()
        .filter(unit ->
            witness.stays().values().stream()
                .noneMatch(it -> it.unit().equals(unit) && it.period().overlaps(week)))
        .findFirst()
        .ifPresent(unit -> witness.take(new Stay(id(random), week, unit, true)));
  }

  private static void giveOneBack(PlanWitness witness, Random random) {
    var ids = witness.stays().keySet().stream().sorted().toList();
    if (!ids.isEmpty()) {
      witness.giveBack(ids.get(random.nextInt(ids.size())));
    }
  }

  private static List<Request> requests(Random random, int count, int days) {
    var requests = new ArrayList<Request>();
    for (int n = 0; n < count; n++) {
      var from = TODAY.plusDays(random.nextInt(days));
      requests.add(
          new Request(id(random), new Period(from, from.plusDays(1 + random.nextInt(15)))));
    }
    return requests;
  }

  private static Period period(Random random, LocalDate today) {
    var from = today.plusDays(random.nextInt(14));
    return new Period(from, from.plusDays(1 + random.nextInt(15)));
  }

  private static List<String> units(int count) {
    return IntStream.range(0, count).mapToObj("room-%05d"::formatted).toList();
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
