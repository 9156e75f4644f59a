package city.huiwei.booking.person;

import city.huiwei.edge.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A firm's unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters without I, O, S, V
 * and Z, the last a check of the others. It is public, so nothing of it is hidden.
 */
public record CreditCode(String code) {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  public CreditCode {
    if (fault(code) != null) {
      throw new IllegalArgumentException("not a sound credit code");
    }
  }

  /**
   * Reads a code as people type it: full-width and small letters and spaces are fine.
   *
   * @param field where it was typed, for the reasons
   */
  public static Entered<CreditCode> parse(String typed, String field) {
    var code = Typed.tidied(typed);
    var fault = fault(code);
    return fault == null
        ? new Entered.Sound<>(new CreditCode(code))
        : Entered.refused(new Reason(fault, field, Map.of("count", code.length())));
  }

  public String masked() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }

  private static @Nullable String fault(String code) {
    if (code.length() != LENGTH) {
      return "CREDIT_CODE_LENGTH";
    }
    if (code.chars().anyMatch(character -> CHARACTERS.indexOf(character) < 0)) {
      return "CREDIT_CODE_CHARACTERS";
    }
    return hasItsCheck(code) ? null : "CREDIT_CODE_CHECK_CHARACTER";
  }

  /** The weights are the powers of 3, modulo 31; the check completes their sum to a multiple. */
  private static boolean hasItsCheck(String code) {
    var sum = 0;
    var weight = 1;
    for (var at = 0; at < LENGTH - 1; at++) {
      sum += CHARACTERS.indexOf(code.charAt(at)) * weight;
      weight = weight * 3 % 31;
    }
    return (sum + CHARACTERS.indexOf(code.charAt(LENGTH - 1))) % 31 == 0;
  }
}
