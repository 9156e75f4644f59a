package city.huiwei.inventory.contract;

import java.util.List;

/** How full a programme's places were, the earliest month first. */
public record OccupancyMonths(String programme, List<Month> months) {

  /**
   * A month, the last one up to today.
   *
   * @param month as {@code 2026-12}
   * @param nights unit-nights of the units that there are today
   * @param taken of them, in the end
   */
  public record Month(String month, long nights, long taken) {}
}
