package city.huiwei.inventory.stockfile;

import java.util.Map;

/** What was read from a cell: a value, or what is wrong with it. */
sealed interface Read {

  record Value(Object value) implements Read {}

  record Wrong(Flaw flaw, Map<String, Object> facts) implements Read {}

  static Read wrong(Flaw flaw) {
    return new Wrong(flaw, Map.of());
  }
}
