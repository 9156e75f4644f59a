package city.huiwei.console.fullness;

import city.huiwei.inventory.contract.OccupancyFigures.By;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the city somebody looks at, and by what; all of it stands in the address.
 *
 * @param trend whether the last twelve months are shown too
 */
record Level(
    @Nullable String programme,
    @Nullable By by,
    @Nullable String district,
    @Nullable String operator,
    @Nullable String site,
    @Nullable Boolean trend) {

  Level {
    district = orNull(district);
    operator = orNull(operator);
    site = orNull(site);
    // Floors of several sites are nothing that one could count together.
    by = by == null || (by == By.FLOOR && site == null) ? usual(district, operator, site) : by;
  }

  /** The next level down is what one asks first. */
  private static By usual(
      @Nullable String district, @Nullable String operator, @Nullable String site) {
    if (site != null) {
      return By.FLOOR;
    }
    if (operator != null) {
      return By.SITE;
    }
    return district == null ? By.DISTRICT : By.OPERATOR;
  }

  By shownBy() {
    return by == null ? By.DISTRICT : by;
  }

  boolean showsTrend() {
    return Boolean.TRUE.equals(trend);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
