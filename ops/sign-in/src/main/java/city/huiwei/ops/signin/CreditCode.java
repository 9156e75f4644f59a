package city.huiwei.ops.signin;

/** Unified social credit codes (统一社会信用代码) of sample firms, by GB 32100-2015. */
final class CreditCode {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCode() {}

  /** An enterprise of the market regulator, registered in Shenzhen, with the number in its code. */
  static String ofSampleFirm(int number) {
    var organisation = "M%07d".formatted(number);
    var code = "91440300" + organisation + organisationCheck(organisation);
    return code + check(code);
  }

  /** The weights are the powers of 3, modulo 31. */
  static char check(String code) {
    var sum = 0;
    var weight = 1;
    for (var i = 0; i < code.length(); i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CHARACTERS.charAt((31 - sum % 31) % 31);
  }

  /** The check character of the organisation's code inside, by GB 11714-1997. */
  static char organisationCheck(String organisation) {
    var sum = 0;
    for (var i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
