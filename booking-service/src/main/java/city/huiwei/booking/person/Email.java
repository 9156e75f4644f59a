package city.huiwei.booking.person;

import city.huiwei.edge.Reason;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** An e-mail address, in the form that mail servers of today all take. */
public record Email(String address) {

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST = 254;

  public Email {
    if (!isSound(address)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /**
   * Reads an address as people type it: full-width characters and blanks around it are fine.
   *
   * @param field where it was typed, for the reasons
   */
  public static Entered<Email> parse(String typed, String field) {
    var address = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    return isSound(address)
        ? new Entered.Sound<>(new Email(address))
        : Entered.refused(Reason.of("EMAIL_UNREADABLE", field));
  }

  private static boolean isSound(String address) {
    return address.length() <= LONGEST
        && address.indexOf('@') <= LONGEST_NAME
        && FORM.matcher(address).matches();
  }

  /** With all but the first letter of the name hidden. */
  public String masked() {
    return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }
}
