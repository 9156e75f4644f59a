package city.huiwei.booking.person;

import city.huiwei.edge.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number of the mainland: a mobile one, {@code 13800138000}, or a landline with its
 * area code, {@code 0755-88888888}.
 */
public record Telephone(String number) {

  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

  /** Three-digit area codes stand before eight digits, four-digit ones before seven or eight. */
  private static final Pattern LANDLINE =
      Pattern.compile("(010|02[0-9])([2-9][0-9]{7})|(0[3-9][0-9]{2})([2-9][0-9]{6,7})");

  private static final Pattern WITHOUT_AREA_CODE = Pattern.compile("[2-9][0-9]{6,7}");
  private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86|^86(?=1[0-9]{10}$)");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Pd}().]");

  public Telephone {
    if (!number.equals(canonical(number.replace("-", "")))) {
      throw new IllegalArgumentException("not a telephone number");
    }
  }

  /**
   * Reads a number as people type it: spaces, hyphens, brackets and the country's 86 are fine.
   *
   * @param field where it was typed, for the reasons
   */
  public static Entered<Telephone> parse(String typed, String field) {
    var digits = PUNCTUATION.matcher(Typed.tidied(typed)).replaceAll("");
    var domestic = domestic(digits);
    var number = canonical(domestic);
    if (number != null) {
      return new Entered.Sound<>(new Telephone(number));
    }
    var lacksAreaCode = WITHOUT_AREA_CODE.matcher(digits).matches();
    return Entered.refused(
        Reason.of(lacksAreaCode ? "TELEPHONE_AREA_CODE" : "TELEPHONE_UNREADABLE", field));
  }

  /** Whether it can be sent a short message. */
  public boolean isMobile() {
    return MOBILE.matcher(number).matches();
  }

  /** With the middle of a mobile number, or all but the area code and four digits, hidden. */
  public String masked() {
    var dash = number.indexOf('-');
    return Typed.masked(number, dash < 0 ? 3 : dash + 1, 4);
  }

  @Override
  public String toString() {
    return masked();
  }

  /** From abroad an area code goes without its zero. */
  private static String domestic(String digits) {
    var rest = COUNTRY.matcher(digits).replaceFirst("");
    var isAbroad = rest.length() < digits.length();
    return isAbroad && !rest.startsWith("0") && !MOBILE.matcher(rest).matches() ? "0" + rest : rest;
  }

  private static @Nullable String canonical(String digits) {
    if (MOBILE.matcher(digits).matches()) {
      return digits;
    }
    var landline = LANDLINE.matcher(digits);
    if (!landline.matches()) {
      return null;
    }
    return landline.group(1) != null
        ? landline.group(1) + "-" + landline.group(2)
        : landline.group(3) + "-" + landline.group(4);
  }
}
