package city.huiwei.booking.booking;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A short code for people to read out and type: nine random characters and a check character, as in
 * {@code K7MQW-2RTX8}. The alphabet has no vowels, so no words, and none of 0 1 I L O, which look
 * alike. The check character is Luhn's rule modulo 28: it finds every single wrong character and
 * nearly every swap of neighbours.
 */
public final class Reference {

  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int RANDOM_CHARACTERS = 9;
  private static final long CODES = (long) Math.pow(BASE, RANDOM_CHARACTERS);

  private Reference() {}

  public static String random(RandomGenerator random) {
    var code = new StringBuilder();
    // One draw for all characters: a random number that nobody can guess is dear.
    for (var rest = random.nextLong(CODES); code.length() < RANDOM_CHARACTERS; rest /= BASE) {
      code.append(ALPHABET.charAt((int) (rest % BASE)));
    }
    code.append(ALPHABET.charAt((BASE - luhn(code, 2)) % BASE));
    return code.insert(5, '-').toString();
  }

  /**
   * As it is stored, from what somebody typed; unknown characters stay and are simply not found.
   */
  public static String normal(String typed) {
    var code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return code.length() == RANDOM_CHARACTERS + 1
        ? code.substring(0, 5) + "-" + code.substring(5)
        : code;
  }

  static boolean isSound(String reference) {
    var code = reference.replace("-", "");
    return code.length() == RANDOM_CHARACTERS + 1
        && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
        && luhn(code, 1) == 0;
  }

  /** Luhn's sum modulo the base, the last character counted {@code factor} times. */
  private static int luhn(CharSequence code, int factor) {
    int sum = 0;
    for (int i = code.length() - 1; i >= 0; i--) {
      int addend = factor * ALPHABET.indexOf(code.charAt(i));
      sum += addend / BASE + addend % BASE;
      factor = 3 - factor;
    }
    return sum % BASE;
  }
}
