package city.huiwei.inventory.seating;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps its own list of who sits where and objects to whatever a plan must not do. */
final class PlanWitness {

  private final List<String> units;
  private final SeatingPlan plan;
  private final Map<UUID, Stay> stays = new HashMap<>();
  private final String seed;

  PlanWitness(List<String> units, long seed) {
    this.units = units;
    this.plan = new SeatingPlan(units);
    this.seed = "seed " + seed;
  }

  SeatingPlan plan() {
    return plan;
  }

  Map<UUID, Stay> stays() {
    return stays;
  }

  void take(Stay stay) {
    plan.take(stay);
    stays.put(stay.id(), stay);
  }

  void giveBack(UUID id) {
    plan.giveBack(id);
    stays.remove(id);
  }

  /** How many units no stay has, on the fullest night of the period, counted night by night. */
  long free(Period period, LocalDate horizon) {
    return period
        .from()
        .datesUntil(period.to() == null ? horizon : period.to())
        .mapToLong(night ->
            units.size()
                - stays.values().stream().filter(it -> it.period().contains(night)).count())
        .min()
        .orElseThrow();
  }

  /** Asks the plan, checks what it did, and says whether it seated the group. */
  boolean seats(List<Request> group, LocalDate today) {
    var answer = plan.seat(group, today);
    if (answer instanceof SeatingAnswer.Seated seated) {
      assertThat(seated.moves().stream().map(Move::stay)).as(seed).doesNotHaveDuplicates();
      seated.moves().forEach(move -> checkAndApply(move, today));
      assertThat(seated.units()).as(seed).hasSameSizeAs(group);
      group.forEach(request -> sit(request, seated));
      nobodySharesANight();
    }
    theChartIsAsTold();
    return answer instanceof SeatingAnswer.Seated;
  }

  private void checkAndApply(Move move, LocalDate today) {
    assertThat(stays).as(seed).containsKey(move.stay());
    var stay = requireNonNull(stays.get(move.stay()));
    assertThat(stay.unit()).as(seed).isEqualTo(move.from()).isNotEqualTo(move.to());
    assertThat(stay.pinned()).as("%s: a pinned stay moves", seed).isFalse();
    assertThat(stay.period().from()).as("%s: a stay moves that has begun", seed).isAfter(today);
    stays.put(stay.id(), new Stay(stay.id(), stay.period(), move.to(), false));
  }

  private void sit(Request request, SeatingAnswer.Seated seated) {
    var unit = requireNonNull(seated.units().get(request.id()));
    assertThat(units).as(seed).contains(unit);
    stays.put(request.id(), new Stay(request.id(), request.period(), unit, false));
  }

  /** In the order of start neighbours are enough: if any two overlap, some neighbours do. */
  private void nobodySharesANight() {
    var last = new HashMap<String, Stay>();
    stays.values().stream()
        .sorted(Comparator.comparing((Stay stay) -> stay.period().from()))
        .forEach(stay -> {
          var before = last.put(stay.unit(), stay);
          assertThat(before != null && before.period().overlaps(stay.period()))
              .as("%s: %s and %s", seed, before, stay)
              .isFalse();
        });
  }

  /** With the moves told, and nothing else, everybody sits where the plan has them. */
  private void theChartIsAsTold() {
    for (var stay : stays.values()) {
      assertThat(plan.unit(stay.id())).as(seed).contains(stay.unit());
    }
  }
}
