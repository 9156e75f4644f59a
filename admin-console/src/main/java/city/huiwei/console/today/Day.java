package city.huiwei.console.today;

import city.huiwei.booking.contract.AppealDesk.AppealLine;
import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.GuestDesk;
import city.huiwei.booking.contract.OfferDesk.OfferLine;
import city.huiwei.booking.contract.ResidenceDesk.ResidenceLine;
import java.util.List;

/**
 * A day's work.
 *
 * @param guests who comes, goes and is missing
 * @param offers that lapse soon or do not go on
 * @param applications that have waited for too long
 * @param appeals that are open, those due first
 * @param looks residences with a reassessment or check due
 */
record Day(
    GuestDesk.Today guests,
    List<OfferLine> offers,
    List<ApplicationLine> applications,
    List<AppealLine> appeals,
    List<ResidenceLine> looks) {

  /** Whether there is nothing to be done. */
  public boolean isDone() {
    return guests.arrivals().all() == 0
        && guests.departures().all() == 0
        && guests.missing().all() == 0
        && offers.isEmpty()
        && applications.isEmpty()
        && appeals.isEmpty()
        && looks.isEmpty();
  }
}
