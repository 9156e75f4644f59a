package city.huiwei.booking.person;

import city.huiwei.edge.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resident's identity number (公民身份号码) by GB 11643-1999: region, birth date, order, and a check
 * character by ISO 7064 MOD 11-2. Foreigners with permanent residence have one of the same form
 * that begins with 9.
 */
public record IdentityNumber(String number) {

  private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
  private static final int LENGTH = 18;

  /** The provinces of GB/T 2260 with Taiwan, Hong Kong and Macao, and theirs who live here. */
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

  /** Nobody has been known to live longer than 122 years. */
  private static final int OLDEST_YEARS = 130;

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** What the order's parity says. */
  public enum Sex {
    FEMALE,
    MALE
  }

  /** A number that was found sound before; never says which one where it is not. */
  public IdentityNumber {
    if (!FORM.matcher(number).matches() || !hasItsCheck(number) || birthDate(number) == null) {
      throw new IllegalArgumentException("not a sound identity number");
    }
  }

  /**
   * Reads a number as people type it: full-width digits, spaces and a small x are fine.
   *
   * @param field where it was typed, for the reasons
   */
  public static Entered<IdentityNumber> parse(String typed, String field, LocalDate today) {
    var number = Typed.tidied(typed);
    var faults = faults(number, today);
    return faults.isEmpty()
        ? new Entered.Sound<>(new IdentityNumber(number))
        : new Entered.Unsound<>(
            faults.stream()
                .map(code -> new Reason(code, field, Map.of("count", number.length())))
                .toList());
  }

  public LocalDate birthDate() {
    return Objects.requireNonNull(birthDate(number));
  }

  public Sex sex() {
    return number.charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** With the birth date and the order hidden. */
  public String masked() {
    return Typed.masked(number, 3, 4);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static List<String> faults(String number, LocalDate today) {
    if (number.length() != LENGTH) {
      return List.of("IDENTITY_LENGTH");
    }
    if (!FORM.matcher(number).matches()) {
      return List.of("IDENTITY_CHARACTERS");
    }
    return Stream.of(
            hasKnownRegion(number) ? null : "IDENTITY_REGION",
            isBornBy(today, birthDate(number)) ? null : "IDENTITY_BIRTH_DATE",
            hasItsCheck(number) ? null : "IDENTITY_CHECK_DIGIT")
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean hasKnownRegion(String number) {
    return number.startsWith("9") || PROVINCES.contains(Integer.valueOf(number.substring(0, 2)));
  }

  private static boolean isBornBy(LocalDate today, @Nullable LocalDate birth) {
    return birth != null && !birth.isAfter(today) && birth.isAfter(today.minusYears(OLDEST_YEARS));
  }

  private static @Nullable LocalDate birthDate(String number) {
    try {
      return LocalDate.of(
          Integer.parseInt(number.substring(6, 10)),
          Integer.parseInt(number.substring(10, 12)),
          Integer.parseInt(number.substring(12, 14)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static boolean hasItsCheck(String number) {
    var sum = 0;
    for (var at = 0; at < WEIGHTS.length; at++) {
      sum += (number.charAt(at) - '0') * WEIGHTS[at];
    }
    return CHECKS.charAt(sum % 11) == number.charAt(LENGTH - 1);
  }
}
