package city.huiwei.console.chart;

import city.huiwei.inventory.contract.UnitChart;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at, as the address says it; what it leaves out has a default.
 *
 * @param from the first night
 * @param pool only its units
 * @param after the last unit of the page before
 * @param stay the one that is selected
 * @param unit the one that is selected, or where the selected stay is to go
 */
record ChartScope(
    @Nullable LocalDate from,
    @Nullable Integer nights,
    @Nullable String pool,
    @Nullable String after,
    @Nullable UUID stay,
    @Nullable String unit) {

  private static final int USUAL = 14;

  ChartScope {
    nights = nights == null ? USUAL : Math.clamp(nights, 1, UnitChart.MOST_NIGHTS);
    pool = orNull(pool);
    after = orNull(after);
    unit = orNull(unit);
  }

  public int nightsShown() {
    return nights == null ? USUAL : nights;
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
