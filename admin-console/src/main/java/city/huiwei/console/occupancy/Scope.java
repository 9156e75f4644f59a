package city.huiwei.console.occupancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the city and which nights somebody looks at. All of it stands in the address, so
 * that a view can be sent to a colleague.
 *
 * @param district all when absent
 * @param show the number in the cells
 */
record Scope(String programme, @Nullable String district, LocalDate from, int nights, Figure show) {

  private static final int MOST_NIGHTS = 62;

  static Scope of(String programme, Asked asked, LocalDate today) {
    var district = asked.district();
    return new Scope(
        programme,
        district == null || district.isBlank() ? null : district,
        asked.from() == null ? today : asked.from(),
        asked.nights() == null ? 14 : Math.clamp(asked.nights(), 1, MOST_NIGHTS),
        asked.show() == null ? Figure.FREE : asked.show());
  }

  boolean includes(String someDistrict) {
    return district == null || district.equals(someDistrict);
  }
}
