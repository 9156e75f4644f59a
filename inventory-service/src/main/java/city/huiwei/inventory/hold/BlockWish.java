package city.huiwei.inventory.hold;

import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a block must be like before anybody looks who is in its way. */
final class BlockWish {

  private static final int LONGEST_REASON = 200;

  private BlockWish() {}

  /** All reasons against it, none when it may go on. */
  static List<Reason> against(NewBlock wanted, LocalDate today) {
    var reasons = new ArrayList<Reason>();
    if (wanted.from().isBefore(today)) {
      reasons.add(Reason.of("BLOCK_IN_THE_PAST", "from"));
    }
    if (HoldRules.isImpossible(new HoldRequest(wanted.unit(), wanted.from(), wanted.to(), null))) {
      reasons.add(Reason.of("BLOCK_IMPOSSIBLE", "to"));
    }
    if (wanted.reason().isBlank()) {
      reasons.add(Reason.of("BLOCK_WITHOUT_REASON", "reason"));
    }
    if (wanted.reason().length() > LONGEST_REASON) {
      reasons.add(new Reason("BLOCK_REASON_TOO_LONG", "reason", Map.of("most", LONGEST_REASON)));
    }
    return reasons;
  }

  /** Whether the block that has the id is this one. */
  static boolean isThat(NewBlock wanted, Hold hold) {
    return hold.isBlock()
        && wanted.unit().equals(hold.unit())
        && hold.asked().equals(new Hold.Dates(wanted.from(), wanted.to()));
  }
}
