package city.huiwei.inventory.stock;

import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.StockDesk.SiteEdit;
import city.huiwei.inventory.contract.StockDesk.UnitEdit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be put right by hand, and what it must be like. Numbers and texts are held to what an
 * import holds them to.
 */
enum EditRule {
  FLOOR("floor", new BigDecimal("-5"), new BigDecimal("200"), 0),
  AREA("areaSquareMetres", new BigDecimal("0.1"), new BigDecimal("100000"), 1),
  FEE("monthlyFeeYuan", BigDecimal.ZERO, new BigDecimal("1000000"), 2),
  ROOM("room"),
  BUILDING("building"),
  WHEELCHAIR("wheelchairAccessible");

  private static final int LONGEST = 200;

  private final String feature;
  private final BigDecimal least;
  private final BigDecimal most;
  private final int decimals;

  EditRule(String feature) {
    this(feature, BigDecimal.ZERO, BigDecimal.ZERO, -1);
  }

  EditRule(String feature, BigDecimal least, BigDecimal most, int decimals) {
    this.feature = feature;
    this.least = least;
    this.most = most;
    this.decimals = decimals;
  }

  /** All reasons against the edit of a site. */
  static List<Reason> against(SiteEdit edit) {
    var reasons = new ArrayList<Reason>();
    text("nameZh", edit.nameZh()).ifPresent(reasons::add);
    text("nameEn", edit.nameEn()).ifPresent(reasons::add);
    text("address", edit.address()).ifPresent(reasons::add);
    var telephone = edit.telephone();
    if (telephone != null && telephone.length() > LONGEST) {
      reasons.add(tooLong("telephone"));
    }
    return reasons;
  }

  /**
   * All reasons against the edit of a unit.
   *
   * @param features what the unit has now; nothing else is given to it by hand
   */
  static List<Reason> against(UnitEdit edit, Map<String, Object> features) {
    return edit.features().entrySet().stream()
        .flatMap(change -> against(change.getKey(), change.getValue(), features).stream())
        .toList();
  }

  private static Optional<Reason> against(
      String feature, Object value, Map<String, Object> features) {
    return Stream.of(values())
        .filter(rule -> rule.feature.equals(feature) && rule.isOf(features))
        .findFirst()
        .map(rule -> rule.against(value))
        .orElseGet(() -> Optional.of(Reason.of("FEATURE_FIXED", "features." + feature)));
  }

  /** The area of a unit in a building of space tells its pool apart, and is not its own alone. */
  private boolean isOf(Map<String, Object> features) {
    return features.containsKey(feature)
        && !(this == AREA && features.containsKey(BUILDING.feature));
  }

  private Optional<Reason> against(Object value) {
    var field = "features." + feature;
    return switch (this) {
      case WHEELCHAIR ->
          value instanceof Boolean
              ? Optional.empty()
              : Optional.of(new Reason("UNKNOWN_VALUE", field, Map.of("allowed", "true, false")));
      case ROOM, BUILDING -> text(field, String.valueOf(value));
      case FLOOR, AREA, FEE -> number(field, value);
    };
  }

  private Optional<Reason> number(String field, Object value) {
    if (!(value instanceof Number)) {
      return Optional.of(Reason.of("NOT_A_NUMBER", field));
    }
    var number = new BigDecimal(value.toString());
    if (number.stripTrailingZeros().scale() > decimals) {
      return Optional.of(new Reason("TOO_MANY_DECIMALS", field, Map.of("decimals", decimals)));
    }
    return number.compareTo(least) < 0 || number.compareTo(most) > 0
        ? Optional.of(new Reason("OUT_OF_RANGE", field, Map.of("from", least, "to", most)))
        : Optional.empty();
  }

  private static Optional<Reason> text(String field, String text) {
    if (text.isBlank()) {
      return Optional.of(Reason.of("REQUIRED", field));
    }
    return text.length() > LONGEST ? Optional.of(tooLong(field)) : Optional.empty();
  }

  private static Reason tooLong(String field) {
    return new Reason("TOO_LONG", field, Map.of("limit", LONGEST));
  }
}
