package city.huiwei.console.edit;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a unit in a row.
 *
 * @param now what stands there
 * @param yours what was typed; the same where nothing was
 */
record Field(String name, String now, String yours, boolean editable, boolean yesOrNo) {

  private static final Set<String> BY_HAND =
      Set.of(
          "floor",
          "areaSquareMetres",
          "monthlyFeeYuan",
          "room",
          "building",
          "wheelchairAccessible");

  /**
   * @param features all that the unit has
   * @param typed what somebody wants there; absent where nobody typed anything
   */
  static Field of(String name, Map<String, Object> features, @Nullable String typed) {
    var value = features.get(name);
    var now = Objects.toString(value, "");
    return new Field(
        name, now, typed == null ? now : typed, isByHand(name, features), value instanceof Boolean);
  }

  /** Somebody else put something else there than was typed. */
  public boolean differs() {
    return !now.equals(yours);
  }

  /** The area of space makes its type, which a file changes. */
  private static boolean isByHand(String name, Map<String, Object> features) {
    return BY_HAND.contains(name)
        && !(name.equals("areaSquareMetres") && features.containsKey("building"));
  }
}
