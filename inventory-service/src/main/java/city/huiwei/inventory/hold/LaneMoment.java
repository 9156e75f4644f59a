package city.huiwei.inventory.hold;

import java.time.LocalDate;

/**
 * What a plan of a lane stands on; where any of it has changed, nothing of the plan is written.
 *
 * @param version the lane's, raised by every change of a hold of its pools
 * @param stock raised by every change of the stock
 * @param today the city's day by the database's clock
 */
record LaneMoment(long version, long stock, LocalDate today) {

  /** Whether what was remembered of pools then can be brought up to date, and need not be read. */
  boolean continues(LaneMoment earlier) {
    return stock == earlier.stock && today.equals(earlier.today) && version >= earlier.version;
  }
}
