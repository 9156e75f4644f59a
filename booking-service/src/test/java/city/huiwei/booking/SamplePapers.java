package city.huiwei.booking;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers of people and firms that do not exist, sound by their check characters. */
public final class SamplePapers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String FIRM_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private SamplePapers() {}

  /** A woman's number when {@code order} is even, a man's when it is odd; 0 to 999. */
  public static String identity(LocalDate born, int order) {
    var digits = "440305" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  public static String creditCode(int number) {
    var code = "91440300MA%07d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < code.length(); i++) {
      sum += FIRM_CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code + FIRM_CHARACTERS.charAt((31 - sum % 31) % 31);
  }
}
