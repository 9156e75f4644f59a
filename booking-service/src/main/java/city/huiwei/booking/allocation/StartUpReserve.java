package city.huiwei.booking.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of all space that stays with start-ups, looked at before every single lease. A lease of
 * a start-up is never refused, also while the reserve is not met: nobody is evicted, and it mends.
 *
 * @param share the least part, 0 to 1; exactly so much is enough
 */
public record StartUpReserve(BigDecimal share, Denominator denominator) {

  /** Of what the share is a part. */
  public enum Denominator {
    /** Of all that can be let: what nobody has yet counts as kept for start-ups. */
    STOCK,
    /** Of what is leased: every lease of another needs leases of start-ups before it. */
    LEASED
  }

  public StartUpReserve {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("the start-up reserve is a part of 1: " + share);
    }
  }

  /** Whether the lease may be made; the area is one that is free. */
  public LeaseAnswer answer(LetArea before, BigDecimal areaSquareMetres, boolean isStartUp) {
    if (areaSquareMetres.signum() <= 0) {
      throw new IllegalArgumentException("a lease has an area: " + areaSquareMetres);
    }
    var after = before.plus(areaSquareMetres, isStartUp);
    return isStartUp || isMet(after)
        ? new LeaseAnswer.Allowed(before, after)
        : new LeaseAnswer.Refused(before, after, mostForOthers(before));
  }

  // Compared by products: a rounded ratio would let a lease through that is a hair too large.
  private boolean isMet(LetArea area) {
    var kept =
        switch (denominator) {
          case STOCK -> area.stock().subtract(area.others());
          case LEASED -> area.startUps();
        };
    var whole =
        switch (denominator) {
          case STOCK -> area.stock();
          case LEASED -> area.leased();
        };
    return kept.compareTo(share.multiply(whole)) >= 0;
  }

  private BigDecimal mostForOthers(LetArea area) {
    var rest = BigDecimal.ONE.subtract(share);
    // A reserve of nothing refuses nobody, so the share is not 0 here.
    var most =
        switch (denominator) {
          case STOCK -> area.stock().multiply(rest);
          case LEASED -> area.startUps().multiply(rest).divide(share, 6, RoundingMode.DOWN);
        };
    return most.subtract(area.others()).max(BigDecimal.ZERO).setScale(1, RoundingMode.DOWN);
  }
}
