package city.huiwei.console.desk;

import city.huiwei.booking.contract.Booking;
import city.huiwei.inventory.contract.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the desk sees it.
 *
 * @param place where; absent when inventory no longer has it
 */
record Guest(Booking booking, @Nullable Place place) {

  public List<Step> steps() {
    return Step.possible(booking);
  }
}
