package city.huiwei.console.edit;

import city.huiwei.inventory.contract.StockDesk.UnitFacts;
import java.util.List;
import java.util.Map;

/** A unit in its row. */
record UnitLine(UnitFacts unit, List<Field> fields) {

  static UnitLine of(UnitFacts unit, Map<String, String> typed) {
    return new UnitLine(
        unit,
        unit.features().keySet().stream()
            .map(name -> Field.of(name, unit.features(), typed.get(name)))
            .toList());
  }

  public boolean isEditable() {
    return fields.stream().anyMatch(Field::editable);
  }
}
