package city.huiwei.inventory.stockfile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A unit as a sound row describes it, with its pool.
 *
 * @param pool {@code <site>.<own part>}
 * @param poolFeatures what tells pools apart, by the names of the contract's {@code Place}
 * @param features what the unit alone has
 */
public record Unit(
    String unit,
    String site,
    String pool,
    String kind,
    Map<String, Object> poolFeatures,
    Map<String, Object> features) {

  /** The units of a row: one, or as many as a class has places. */
  public static List<Unit> of(StockFile file, Row row) {
    return switch (file) {
      case GRADUATE_ROOMS -> List.of(room(row));
      case ELDER_BEDS -> List.of(bed(row));
      case CHILDCARE_CLASSES -> places(row);
      case INDUSTRIAL_UNITS -> List.of(industrialUnit(row));
      case OPERATORS, SITES -> throw new IllegalArgumentException(file + " has no units");
    };
  }

  private static Unit room(Row row) {
    var type = row.text("room_type");
    return unit(
        row,
        type,
        "room",
        map("roomType", type),
        map(
            "floor", row.number("floor"),
            "areaSquareMetres", row.number("area_m2"),
            "wheelchairAccessible", row.isYes("wheelchair_accessible")));
  }

  private static Unit bed(Row row) {
    var sex = row.text("occupied_by");
    var levels = row.levels("care_levels");
    var dementiaCare = row.isYes("dementia_care");
    var oxygen = row.isYes("oxygen");
    var isShared = sex.equals("any") && row.number("beds_in_room").intValue() > 1;
    var features =
        map(
            "sex", sex,
            "careFrom", levels.from(),
            "careTo", levels.to(),
            "dementiaCare", dementiaCare,
            "oxygen", oxygen);
    if (isShared) {
      features.put("room", row.text("room"));
      features.put("bedsInRoom", row.number("beds_in_room"));
    }
    return unit(
        row,
        sex
            + "-"
            + levels
            + (dementiaCare ? "-dementia" : "")
            + (oxygen ? "-oxygen" : "")
            // A couple asks for the two beds of one room, and of a room for anyone the first one in
            // it
            // decides who else may be: so each such room is a pool.
            + (sex.equals("couple") || isShared ? "-" + row.text("room") : ""),
        "bed",
        features,
        map(
            "room", row.text("room"),
            "bedsInRoom", row.number("beds_in_room"),
            "floor", row.number("floor"),
            "monthlyFeeYuan", row.number("monthly_fee_cny")));
  }

  private static List<Unit> places(Row row) {
    var site = row.text("site");
    var code = row.text("class");
    var features =
        map(
            "classType", row.text("class_type"),
            "fromMonth", row.number("from_month"),
            "toMonth", row.number("to_month"),
            "hours", row.text("hours"),
            "monthlyFeeYuan", row.number("monthly_fee_cny"));
    return IntStream.rangeClosed(1, row.number("places").intValueExact())
        .mapToObj(place -> "%s-%02d".formatted(code, place))
        .map(unit -> new Unit(unit, site, site + "." + code, "childcare-place", features, Map.of()))
        .toList();
  }

  private static Unit industrialUnit(Row row) {
    BigDecimal area = row.number("area_m2");
    return unit(
        row,
        row.text("unit"),
        "industrial-unit",
        map(
            "areaSquareMetres", area,
            "floorLoadKnPerSquareMetre", row.number("floor_load_kn_m2"),
            "clearHeightMetres", row.number("clear_height_m"),
            "powerKva", row.number("power_kva"),
            "freightLift", row.isYes("freight_lift"),
            "industries", row.list("industries"),
            "suitsStartUps", row.isYes("suits_startups"),
            "monthlyRentYuanPerSquareMetre", row.number("monthly_rent_cny_m2")),
        map(
            "building", row.text("building"),
            "floor", row.number("floor"),
            "areaSquareMetres", area));
  }

  private static Unit unit(
      Row row, String part, String kind, Map<String, Object> ofPool, Map<String, Object> ofUnit) {
    var site = row.text("site");
    return new Unit(row.text("unit"), site, site + "." + part, kind, ofPool, ofUnit);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
