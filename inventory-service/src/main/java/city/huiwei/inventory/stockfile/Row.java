package city.huiwei.inventory.stockfile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with the values that could be read.
 *
 * @param number as the person sees it, the header being 1
 * @param values by the column's English name; a wrong or empty cell has none
 * @param isSound whether nothing is wrong with the row by itself
 */
public record Row(int number, Map<String, Object> values, boolean isSound) {

  public @Nullable String textOrNull(String column) {
    var value = values.get(column);
    return value == null ? null : value.toString();
  }

  String text(String column) {
    return (String) value(column);
  }

  BigDecimal number(String column) {
    return (BigDecimal) value(column);
  }

  boolean isYes(String column) {
    return (Boolean) value(column);
  }

  Levels levels(String column) {
    return (Levels) value(column);
  }

  List<?> list(String column) {
    return (List<?>) value(column);
  }

  boolean has(String... columns) {
    return values.keySet().containsAll(List.of(columns));
  }

  private Object value(String column) {
    var value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("row " + number + " has no " + column);
    }
    return value;
  }
}
