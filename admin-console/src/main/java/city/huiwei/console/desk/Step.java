package city.huiwei.console.desk;

import city.huiwei.booking.contract.Booking;
import city.huiwei.booking.contract.BookingStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the desk can do with a booking; booking-service has the last word. */
enum Step {
  CHECK_IN(BookingStatus.CONFIRMED),
  DEPARTURE(BookingStatus.CHECKED_IN),
  NO_SHOW(BookingStatus.CONFIRMED);

  private final BookingStatus from;

  Step(BookingStatus from) {
    this.from = from;
  }

  static List<Step> possible(Booking booking) {
    return Arrays.stream(values()).filter(step -> step.from == booking.status()).toList();
  }

  /** As addresses and message keys write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
