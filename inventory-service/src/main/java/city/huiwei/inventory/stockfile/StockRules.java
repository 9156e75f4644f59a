package city.huiwei.inventory.stockfile;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The thresholds of the rows, with their sources in {@code stock-rules.properties}.
 *
 * @param ranges by file and column, what a number may be: {@code graduate-rooms.area_m2}
 * @param classTypes by the type's code
 * @param districts by code, their Chinese names
 * @param industries by code, their Chinese names; codes that are not here are taken as they are
 */
@ConfigurationProperties("huiwei.stock")
public record StockRules(
    Map<String, Range> ranges,
    Map<String, ClassType> classTypes,
    Map<String, String> districts,
    Map<String, String> industries) {

  /** A type of childcare class: whom it is for, by age in months, and how many at most. */
  public record ClassType(String zh, int fromMonth, int toMonth, int places) {}

  Range range(StockFile file, String column) {
    var key = file.slug() + "." + column;
    var range = ranges.get(key);
    if (range == null) {
      throw new IllegalStateException("no range is set for " + key);
    }
    return range;
  }
}
