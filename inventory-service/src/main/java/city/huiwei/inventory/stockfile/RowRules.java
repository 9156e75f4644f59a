package city.huiwei.inventory.stockfile;

import city.huiwei.inventory.stockfile.StockRules.ClassType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules between the cells of one row. Each looks only at rows whose cells it can read. */
final class RowRules {

  /** What a rule finds, at a column's English name. */
  record Finding(String column, Flaw flaw, Map<String, Object> facts) {}

  private final StockRules rules;

  private RowRules(StockRules rules) {
    this.rules = rules;
  }

  static List<Function<Row, Optional<Finding>>> of(StockFile file, StockRules settings) {
    var rules = new RowRules(settings);
    return file == StockFile.CHILDCARE_CLASSES
        ? List.of(rules::agesAreInOrder, rules::agesFitTheClass, rules::placesFitTheClass)
        : List.of();
  }

  private Optional<Finding> agesAreInOrder(Row row) {
    return row.has("from_month", "to_month") && months(row, "from_month") >= months(row, "to_month")
        ? Optional.of(new Finding("to_month", Flaw.AGES_REVERSED, Map.of()))
        : Optional.empty();
  }

  private Optional<Finding> agesFitTheClass(Row row) {
    var type = classType(row);
    if (type == null || !row.has("from_month", "to_month")) {
      return Optional.empty();
    }
    boolean tooYoung = months(row, "from_month") < type.fromMonth();
    boolean tooOld = months(row, "to_month") > type.toMonth();
    return tooYoung || tooOld
        ? Optional.of(
            new Finding(
                tooYoung ? "from_month" : "to_month",
                Flaw.AGES_OUTSIDE_CLASS_TYPE,
                Map.of("from", type.fromMonth(), "to", type.toMonth())))
        : Optional.empty();
  }

  private Optional<Finding> placesFitTheClass(Row row) {
    var type = classType(row);
    return type != null
            && row.has("places")
            && row.number("places").compareTo(BigDecimal.valueOf(type.places())) > 0
        ? Optional.of(new Finding("places", Flaw.TOO_MANY_PLACES, Map.of("limit", type.places())))
        : Optional.empty();
  }

  private @Nullable ClassType classType(Row row) {
    return row.has("class_type") ? rules.classTypes().get(row.text("class_type")) : null;
  }

  private static int months(Row row, String column) {
    return row.number(column).intValueExact();
  }
}
