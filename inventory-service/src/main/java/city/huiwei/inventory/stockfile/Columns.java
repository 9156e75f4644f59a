package city.huiwei.inventory.stockfile;

import static city.huiwei.inventory.stockfile.Readings.choice;
import static city.huiwei.inventory.stockfile.Readings.code;
import static city.huiwei.inventory.stockfile.Readings.codes;
import static city.huiwei.inventory.stockfile.Readings.decimal;
import static city.huiwei.inventory.stockfile.Readings.levels;
import static city.huiwei.inventory.stockfile.Readings.text;
import static city.huiwei.inventory.stockfile.Readings.whole;
import static city.huiwei.inventory.stockfile.Readings.yesOrNo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table of columns: every file, every column, both headers, and how its cells are read. */
final class Columns {

  private static final int CODE = 40;
  // A class's code is continued by "-01" for its places, which are units with codes of their own.
  private static final int CLASS_CODE = 37;
  private static final int NAME = 80;
  private static final int ADDRESS = 200;

  private final StockFile file;
  private final StockRules rules;

  private Columns(StockFile file, StockRules rules) {
    this.file = file;
    this.rules = rules;
  }

  static List<Column> of(StockFile file, StockRules rules) {
    var columns = new Columns(file, rules);
    return switch (file) {
      case OPERATORS -> columns.operators();
      case SITES -> columns.sites();
      case GRADUATE_ROOMS -> columns.graduateRooms();
      case ELDER_BEDS -> columns.elderBeds();
      case CHILDCARE_CLASSES -> columns.childcareClasses();
      case INDUSTRIAL_UNITS -> columns.industrialUnits();
    };
  }

  private List<Column> operators() {
    return List.of(
        Column.of("operator", "运营单位编号", code(CODE)),
        Column.of("name_zh", "中文名称", text(NAME)),
        Column.of("name_en", "英文名称", text(NAME)),
        Column.of("programme", "项目", programme()));
  }

  private List<Column> sites() {
    return List.of(
        Column.of("site", "站点编号", code(CODE)),
        Column.of("operator", "运营单位编号", code(CODE)),
        Column.of("programme", "项目", programme()),
        Column.of("name_zh", "中文名称", text(NAME)),
        Column.of("name_en", "英文名称", text(NAME)),
        Column.of("district", "区", choice(rules.districts())),
        Column.of("address", "地址", text(ADDRESS)),
        Column.of("latitude", "纬度", decimals("latitude", 5)).optional(),
        Column.of("longitude", "经度", decimals("longitude", 5)).optional(),
        Column.of("telephone", "电话", text(CODE)).optional());
  }

  private List<Column> graduateRooms() {
    return List.of(
        Column.of("unit", "房间编号", code(CODE)),
        Column.of("site", "站点编号", code(CODE)),
        Column.of(
            "room_type",
            "房型",
            oneOf("studio", "单间", "one-bedroom", "一房一厅", "shared-flat-room", "合租房间")),
        Column.of("floor", "楼层", wholes("floor")),
        Column.of("area_m2", "面积", decimals("area_m2", 1)),
        Column.of("wheelchair_accessible", "无障碍", yesOrNo()));
  }

  private List<Column> elderBeds() {
    return List.of(
        Column.of("unit", "床位编号", code(CODE)),
        Column.of("site", "站点编号", code(CODE)),
        Column.of("room", "房号", code(CODE)),
        Column.of("beds_in_room", "房内床位数", wholes("beds_in_room")),
        Column.of("floor", "楼层", wholes("floor")),
        Column.of(
            "occupied_by", "入住对象", oneOf("female", "女", "male", "男", "couple", "夫妻", "any", "不限")),
        Column.of("care_levels", "能力等级", levels(rules.range(file, "care_levels"))),
        Column.of("dementia_care", "失智照护", yesOrNo()),
        Column.of("oxygen", "供氧", yesOrNo()),
        Column.of("monthly_fee_cny", "月费", decimals("monthly_fee_cny", 2)));
  }

  private List<Column> childcareClasses() {
    var classTypes = new LinkedHashMap<String, String>();
    rules.classTypes().forEach((code, type) -> classTypes.put(code, type.zh()));
    return List.of(
        Column.of("class", "班级编号", code(CLASS_CODE)),
        Column.of("site", "站点编号", code(CODE)),
        Column.of("class_type", "班型", choice(classTypes)),
        Column.of("from_month", "起始月龄", wholes("from_month")),
        Column.of("to_month", "截止月龄", wholes("to_month")),
        Column.of("places", "托位数", wholes("places")),
        Column.of("hours", "时段", oneOf("full-day", "全日", "half-day", "半日")),
        Column.of("monthly_fee_cny", "月费", decimals("monthly_fee_cny", 2)));
  }

  private List<Column> industrialUnits() {
    return List.of(
        Column.of("unit", "单元编号", code(CODE)),
        Column.of("site", "站点编号", code(CODE)),
        Column.of("building", "楼栋", text(CODE)),
        Column.of("floor", "楼层", wholes("floor")),
        Column.of("area_m2", "面积", decimals("area_m2", 1)),
        Column.of("floor_load_kn_m2", "楼面荷载", decimals("floor_load_kn_m2", 2)),
        Column.of("clear_height_m", "净高", decimals("clear_height_m", 2)),
        Column.of("power_kva", "电力容量", decimals("power_kva", 1)),
        Column.of("freight_lift", "货梯", yesOrNo()),
        Column.of("industries", "适用产业", codes(rules.industries(), 30)),
        Column.of("suits_startups", "适配初创", yesOrNo()),
        Column.of("monthly_rent_cny_m2", "月租金", decimals("monthly_rent_cny_m2", 2)));
  }

  private Function<String, Read> wholes(String column) {
    return whole(rules.range(file, column));
  }

  private Function<String, Read> decimals(String column, int decimals) {
    return decimal(rules.range(file, column), decimals);
  }

  private static Function<String, Read> programme() {
    return oneOf(
        "graduate-housing", "毕业生住房",
        "elder-care", "养老床位",
        "childcare", "托育托位",
        "industrial-space", "产业空间");
  }

  /** Codes, each followed by its Chinese name. */
  private static Function<String, Read> oneOf(String... codesAndNames) {
    Map<String, String> chinese = new LinkedHashMap<>();
    for (int i = 0; i < codesAndNames.length; i += 2) {
      chinese.put(codesAndNames[i], codesAndNames[i + 1]);
    }
    return choice(chinese);
  }
}
