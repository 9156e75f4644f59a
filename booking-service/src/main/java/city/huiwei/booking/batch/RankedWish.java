package city.huiwei.booking.batch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stay somebody would take; its place in the list is its rank. It need not make sense.
 *
 * @param slackDays so many days earlier or later would do
 * @param leastNights a part of so many nights would do; all of them where no part would
 */
public record RankedWish(
    String pool, LocalDate from, LocalDate to, int slackDays, int leastNights) {

  public long nights() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** As it stands in the text whose SHA-256 a ticket carries. */
  String text() {
    return pool + "@" + from + "/" + to + "~" + slackDays + "+" + leastNights;
  }
}
