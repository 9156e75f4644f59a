package city.huiwei.booking.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.UUID;

/** The number that decides between equals of one month; anyone who has the id can reckon it. */
final class Ballot {

  private Ballot() {}

  /** SHA-256 of {@code huiwei-month 1|<month>|<application>}, in hex. */
  static String of(YearMonth month, UUID application) {
    try {
      var text = "huiwei-month 1|" + month + "|" + application;
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
