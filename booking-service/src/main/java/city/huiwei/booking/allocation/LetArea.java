package city.huiwei.booking.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The area of a stock of space and who holds it, in m².
 *
 * @param stock all that can be let
 * @param startUps leased or held by start-ups
 * @param others leased or held by everybody else
 */
public record LetArea(BigDecimal stock, BigDecimal startUps, BigDecimal others) {

  private static final int DIGITS = 4;

  public LetArea {
    if (stock.signum() <= 0 || startUps.signum() < 0 || others.signum() < 0) {
      throw new IllegalArgumentException(
          "areas are not sound: %s, %s, %s".formatted(stock, startUps, others));
    }
    if (startUps.add(others).compareTo(stock) > 0) {
      throw new IllegalArgumentException("more is let than there is: " + stock);
    }
  }

  /** Of the whole stock, the part that nobody but start-ups has; 4 digits, rounded down. */
  public BigDecimal startUpShareOfStock() {
    return stock.subtract(others).divide(stock, DIGITS, RoundingMode.DOWN);
  }

  /** Of what is leased, the part of start-ups; absent while nothing is; 4 digits, rounded down. */
  public Optional<BigDecimal> startUpShareOfLeased() {
    return leased().signum() == 0
        ? Optional.empty()
        : Optional.of(startUps.divide(leased(), DIGITS, RoundingMode.DOWN));
  }

  /** Whether so much is not let yet. */
  public boolean hasLeft(BigDecimal squareMetres) {
    return leased().add(squareMetres).compareTo(stock) <= 0;
  }

  BigDecimal leased() {
    return startUps.add(others);
  }

  LetArea plus(BigDecimal area, boolean isStartUp) {
    return isStartUp
        ? new LetArea(stock, startUps.add(area), others)
        : new LetArea(stock, startUps, others.add(area));
  }
}
