package city.huiwei.booking.contract;

/**
 * Which places are given first where some are set aside for a group. It is policy and published:
 * with 30 of 100 rooms set aside, a group of 200 among 1,000 gets 30.0, 43.9 or 42.3 of them.
 */
public enum ReserveOrder {
  /** The group has at least as many as are set aside, those it wins in the open counted. */
  MINIMUM_GUARANTEE,
  /** Open places first, and then those set aside on top. */
  OPEN_FIRST,
  /** Whoever is not placed from those set aside is drawn once more with all others. */
  DRAWN_AGAIN
}
