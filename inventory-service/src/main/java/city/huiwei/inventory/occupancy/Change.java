package city.huiwei.inventory.occupancy;

import java.util.Set;

/**
 * Something changed.
 *
 * @param number grows with every change
 * @param everywhere whether it may be any site: the stock changed, or nobody knows what was before
 * @param sites where holds changed
 */
record Change(long number, boolean everywhere, Set<String> sites) {

  boolean isAt(String site) {
    return everywhere || sites.contains(site);
  }
}
