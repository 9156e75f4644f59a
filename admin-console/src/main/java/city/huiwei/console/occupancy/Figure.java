package city.huiwei.console.occupancy;

import java.util.Locale;

/** Which number stands in the cells. */
enum Figure {
  FREE,
  TAKEN,
  BLOCKED;

  /** As addresses and message keys write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
