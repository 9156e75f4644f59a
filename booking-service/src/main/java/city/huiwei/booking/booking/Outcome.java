package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import city.huiwei.edge.Reason;
import java.util.List;

/** What became of a request: a booking, or "no" with all its reasons. */
public sealed interface Outcome {

  /** The place is theirs. */
  record Agreed(Booking booking) implements Outcome {}

  /**
   * No, and why.
   *
   * @param problem the last part of the problem's path
   */
  record Refused(String problem, List<Reason> reasons) implements Outcome {}
}
