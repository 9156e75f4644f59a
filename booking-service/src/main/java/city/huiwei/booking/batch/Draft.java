package city.huiwei.booking.batch;

import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import city.huiwei.inventory.contract.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff propose to release, once nothing is wrong with it.
 *
 * @param schedule absent where one books at once
 * @param allotments with how many places their lists have
 */
record Draft(
    Name name,
    Way way,
    @Nullable Schedule schedule,
    ReserveOrder reserveOrder,
    List<Part> parts,
    List<Reserve> reserves,
    List<Listed> allotments) {

  /** An allotment and how many people may stand in its list. */
  record Listed(Allotment allotment, int places) {}

  int units() {
    return parts.stream().mapToInt(Part::units).sum();
  }

  int allotted() {
    return allotments.stream().mapToInt(listed -> listed.allotment().units()).sum();
  }
}
