package city.huiwei.inventory.stockfile;

import java.math.BigDecimal;

/** Numbers from one to another, both included; written {@code 4..400}. */
public record Range(BigDecimal from, BigDecimal to) {

  public Range {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException("a range goes upwards: " + from + ".." + to);
    }
  }

  public static Range valueOf(String text) {
    int dots = text.indexOf("..");
    return new Range(
        new BigDecimal(text.substring(0, dots)), new BigDecimal(text.substring(dots + 2)));
  }

  boolean contains(BigDecimal number) {
    return from.compareTo(number) <= 0 && number.compareTo(to) <= 0;
  }
}
