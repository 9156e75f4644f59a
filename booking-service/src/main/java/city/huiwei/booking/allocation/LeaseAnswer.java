package city.huiwei.booking.allocation;

import java.math.BigDecimal;

/** Whether a lease leaves start-ups their reserve, with both ratios in what it would lead to. */
public sealed interface LeaseAnswer {

  LetArea before();

  /** As it would be with the lease. */
  LetArea after();

  /** The lease may be made. */
  record Allowed(LetArea before, LetArea after) implements LeaseAnswer {}

  /**
   * The reserve forbids it.
   *
   * @param mostSquareMetres what the same tenant could have, rounded down; 0 when nothing
   */
  record Refused(LetArea before, LetArea after, BigDecimal mostSquareMetres)
      implements LeaseAnswer {}
}
