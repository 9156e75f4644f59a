package city.huiwei.console.edit;

import city.huiwei.inventory.contract.StockDesk.UnitEdit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of a unit as it was sent: its version, and features by their names. */
record UnitForm(int version, Map<String, String> typed) {

  private static final String VERSION = "version";

  static UnitForm of(Map<String, String> posted) {
    var typed = new LinkedHashMap<>(posted);
    typed.keySet().removeIf(name -> name.equals(VERSION) || name.startsWith("_"));
    return new UnitForm(number(posted.getOrDefault(VERSION, "")), typed);
  }

  UnitEdit edit() {
    return new UnitEdit(
        version,
        typed.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> value(each.getValue()))));
  }

  /** What is no number goes as it was typed, and inventory says so. */
  private static Object value(String text) {
    var plain = text.strip();
    if (plain.equals("true") || plain.equals("false")) {
      return Boolean.valueOf(plain);
    }
    return plain.matches("-?\\d{1,9}(\\.\\d{1,4})?") ? new BigDecimal(plain) : plain;
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
