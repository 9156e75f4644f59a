package city.huiwei.booking.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type it, in the one form that is compared. */
final class Typed {

  /** Spaces of all kinds, and characters that cannot be seen. */
  private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

  private Typed() {}

  /** Half-width, in capitals, without spaces. */
  static String tidied(String text) {
    var halfWidth = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NOTHING.matcher(halfWidth).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** All but the first and the last characters as stars. */
  static String masked(String text, int first, int last) {
    var hidden = Math.max(0, text.length() - first - last);
    return text.substring(0, first) + "*".repeat(hidden) + text.substring(first + hidden);
  }
}
