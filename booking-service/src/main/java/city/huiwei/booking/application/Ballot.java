package city.huiwei.booking.application;

import city.huiwei.booking.ballot.Bytes;
import java.time.YearMonth;
import java.util.UUID;

/** The number that decides between equals of one month; anyone who has the id can reckon it. */
final class Ballot {

  private Ballot() {}

  /** SHA-256 of {@code huiwei-month 1|<month>|<application>}, in hex. */
  static String of(YearMonth month, UUID application) {
    return Bytes.ofText("huiwei-month 1|" + month + "|" + application).sha256().hex();
  }
}
