package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a request must be like before anybody looks for a unit. */
final class HoldRules {

  /** A lease may run for years; a slip of the keyboard must not take a unit for a century. */
  private static final int LONGEST_YEARS = 30;

  private HoldRules() {}

  /** All reasons against the request, none when it may go on. */
  static List<Refusal> refusals(HoldRequest request, LocalDate today) {
    return Stream.of(
            beginsInThePast(request, today) ? Refusal.PERIOD_IN_THE_PAST : null,
            isImpossible(request) ? Refusal.PERIOD_IMPOSSIBLE : null)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static boolean beginsInThePast(HoldRequest request, LocalDate today) {
    return request.from().isBefore(today);
  }

  static boolean isImpossible(HoldRequest request) {
    var to = request.to();
    return to != null
        && (!to.isAfter(request.from()) || to.isAfter(request.from().plusYears(LONGEST_YEARS)));
  }
}
