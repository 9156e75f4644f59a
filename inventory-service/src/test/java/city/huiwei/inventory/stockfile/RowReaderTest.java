package city.huiwei.inventory.stockfile;

import static city.huiwei.inventory.stockfile.StockFile.CHILDCARE_CLASSES;
import static city.huiwei.inventory.stockfile.StockFile.ELDER_BEDS;
import static city.huiwei.inventory.stockfile.StockFile.GRADUATE_ROOMS;
import static city.huiwei.inventory.stockfile.StockFile.INDUSTRIAL_UNITS;
import static city.huiwei.inventory.stockfile.StockFile.SITES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One sound row of each file; every test changes a cell of it and looks what is said. */
class RowReaderTest {

  private static final StockRules RULES = Rules.delivered();
  private static final Map<StockFile, Map<String, String>> SOUND = sound();

  @ParameterizedTest
  @EnumSource
  void aSoundRowHasNoProblems(StockFile file) {
    assertThat(flaws(file, Map.of())).isEmpty();
  }

  @ParameterizedTest(name = "{1} = {2}: {3}")
  @CsvSource(
      nullValues = "sound",
      value = {
        "GRADUATE_ROOMS, unit, gh-001-0201, sound",
        "GRADUATE_ROOMS, unit, ＧＨ－００１, sound",
        "GRADUATE_ROOMS, unit, gh_001, MALFORMED_CODE",
        "GRADUATE_ROOMS, unit, gh.001, MALFORMED_CODE",
        "GRADUATE_ROOMS, unit, 房1, MALFORMED_CODE",
        "GRADUATE_ROOMS, unit, 1234567890123456789012345678901234567890, sound",
        "GRADUATE_ROOMS, unit, 12345678901234567890123456789012345678901, TOO_LONG",
        "GRADUATE_ROOMS, unit, '', REQUIRED",
        "GRADUATE_ROOMS, room_type, 单间, sound",
        "GRADUATE_ROOMS, room_type, STUDIO, sound",
        "GRADUATE_ROOMS, room_type, castle, UNKNOWN_VALUE",
        "GRADUATE_ROOMS, area_m2, 4, sound",
        "GRADUATE_ROOMS, area_m2, 3.9, OUT_OF_RANGE",
        "GRADUATE_ROOMS, area_m2, 400.0, sound",
        "GRADUATE_ROOMS, area_m2, 400.1, OUT_OF_RANGE",
        "GRADUATE_ROOMS, area_m2, 0, OUT_OF_RANGE",
        "GRADUATE_ROOMS, area_m2, -20, OUT_OF_RANGE",
        "GRADUATE_ROOMS, area_m2, ２０．５, sound",
        "GRADUATE_ROOMS, area_m2, 20.55, TOO_MANY_DECIMALS",
        "GRADUATE_ROOMS, area_m2, 20.50, sound",
        "GRADUATE_ROOMS, area_m2, 1e3, NOT_A_NUMBER",
        "GRADUATE_ROOMS, area_m2, twenty, NOT_A_NUMBER",
        "GRADUATE_ROOMS, floor, 12.0, sound",
        "GRADUATE_ROOMS, floor, 12.5, NOT_WHOLE",
        "GRADUATE_ROOMS, floor, -3, sound",
        "GRADUATE_ROOMS, floor, -4, OUT_OF_RANGE",
        "GRADUATE_ROOMS, floor, 150, sound",
        "GRADUATE_ROOMS, floor, 151, OUT_OF_RANGE",
        "GRADUATE_ROOMS, wheelchair_accessible, 是, sound",
        "GRADUATE_ROOMS, wheelchair_accessible, maybe, UNKNOWN_VALUE",
        "ELDER_BEDS, occupied_by, 夫妻, sound",
        "ELDER_BEDS, occupied_by, cat, UNKNOWN_VALUE",
        "ELDER_BEDS, care_levels, 0-4, sound",
        "ELDER_BEDS, care_levels, ０～４, sound",
        "ELDER_BEDS, care_levels, 3, sound",
        "ELDER_BEDS, care_levels, 0-5, OUT_OF_RANGE",
        "ELDER_BEDS, care_levels, 3-2, LEVELS_REVERSED",
        "ELDER_BEDS, care_levels, 2-2, sound",
        "ELDER_BEDS, care_levels, low, MALFORMED_LEVELS",
        "ELDER_BEDS, beds_in_room, 0, OUT_OF_RANGE",
        "ELDER_BEDS, beds_in_room, 1, sound",
        "ELDER_BEDS, monthly_fee_cny, 4700.50, sound",
        "ELDER_BEDS, monthly_fee_cny, 4700.505, TOO_MANY_DECIMALS",
        "ELDER_BEDS, monthly_fee_cny, -1, OUT_OF_RANGE",
        "CHILDCARE_CLASSES, class, 1234567890123456789012345678901234567, sound",
        "CHILDCARE_CLASSES, class, 12345678901234567890123456789012345678, TOO_LONG",
        "CHILDCARE_CLASSES, places, 15, sound",
        "CHILDCARE_CLASSES, places, 16, TOO_MANY_PLACES",
        "CHILDCARE_CLASSES, places, 0, OUT_OF_RANGE",
        "CHILDCARE_CLASSES, from_month, 11, AGES_OUTSIDE_CLASS_TYPE",
        "CHILDCARE_CLASSES, from_month, 13, sound",
        "CHILDCARE_CLASSES, to_month, 25, AGES_OUTSIDE_CLASS_TYPE",
        "CHILDCARE_CLASSES, to_month, 13, sound",
        "CHILDCARE_CLASSES, to_month, 12, AGES_REVERSED",
        "CHILDCARE_CLASSES, hours, 半日, sound",
        "INDUSTRIAL_UNITS, industries, 'ai; 软件与信息服务；ai', sound",
        "INDUSTRIAL_UNITS, industries, 'ai;;software', MALFORMED_CODE",
        "INDUSTRIAL_UNITS, area_m2, 4.9, OUT_OF_RANGE",
        "INDUSTRIAL_UNITS, area_m2, 5, sound",
        "INDUSTRIAL_UNITS, area_m2, 1000000, OUT_OF_RANGE",
        "SITES, district, 宝安, sound",
        "SITES, district, gotham, UNKNOWN_VALUE",
        "SITES, programme, 养老床位, sound",
        "SITES, latitude, '', sound",
        "SITES, latitude, 55, OUT_OF_RANGE",
        "SITES, telephone, '', sound",
        "OPERATORS, name_zh, '', REQUIRED",
      })
  void everyBorderHasTwoSides(StockFile file, String column, String cell, String flaw) {
    var expected = flaw == null ? List.of() : List.of(flaw);
    assertThat(flaws(file, Map.of(column, cell))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "infant,6,12,10",
    "young-toddler,12,24,15",
    "older-toddler,24,36,20",
    "mixed,18,36,18"
  })
  void aClassMayHaveAsManyPlacesAsItsTypeAllowsAndNotOneMore(
      String type, String from, String to, int most) {
    var fits = Map.of("class_type", type, "from_month", from, "to_month", to, "places", "" + most);
    assertThat(flaws(CHILDCARE_CLASSES, fits)).isEmpty();
    var tooMany = new LinkedHashMap<>(fits);
    tooMany.put("places", "" + (most + 1));
    assertThat(flaws(CHILDCARE_CLASSES, tooMany)).containsExactly("TOO_MANY_PLACES");
  }

  @Test
  void everythingWrongWithARowIsToldAtOnce() {
    var wrong =
        Map.of("unit", "a b", "site", "", "area_m2", "-1", "wheelchair_accessible", "perhaps");
    assertThat(flaws(GRADUATE_ROOMS, wrong))
        .containsExactlyInAnyOrder("MALFORMED_CODE", "REQUIRED", "OUT_OF_RANGE", "UNKNOWN_VALUE");
  }

  @Test
  void rulesBetweenCellsAreToldTogetherWithThoseOfCells() {
    var wrong = Map.of("from_month", "24", "to_month", "12", "places", "99", "hours", "night");
    assertThat(flaws(CHILDCARE_CLASSES, wrong))
        .containsExactlyInAnyOrder("UNKNOWN_VALUE", "AGES_REVERSED", "TOO_MANY_PLACES");
  }

  @Test
  void namesAreKeptAsWrittenWhileCodesAreMadePlain() {
    var row = read(SITES, Map.of("site", "ｇｈ－１", "name_zh", "驿站（示例）"), new Problems());
    assertThat(row.text("site")).isEqualTo("gh-1");
    assertThat(row.text("name_zh")).isEqualTo("驿站（示例）");
  }

  @ParameterizedTest
  @CsvSource({"80,0", "81,1"})
  void aNameHasAtMostEightyCharacters(int length, int problems) {
    assertThat(flaws(SITES, Map.of("name_zh", "𠮷".repeat(length)))).hasSize(problems);
  }

  @Test
  void aNameMayNotHoldControlCharacters() {
    assertThat(flaws(SITES, Map.of("address", "two\nlines"))).containsExactly("UNPRINTABLE");
  }

  @Test
  void formulasAndDatesAreNotTaken() {
    var cells = cells(ELDER_BEDS, Map.of());
    var row = new SheetRow(2, cells, Map.of(0, SheetRow.Flaw.FORMULA, 6, SheetRow.Flaw.DATE));
    var problems = new Problems();
    reader(ELDER_BEDS, false, problems).read(row);
    assertThat(problems.first()).extracting(Problem::code).containsExactly("FORMULA", "DATE_CELL");
    assertThat(problems.first()).extracting(Problem::column).containsExactly("unit", "care_levels");
  }

  @Test
  void aRowWithTooFewOrTooManyCellsIsToldOnce() {
    var cells = cells(GRADUATE_ROOMS, Map.of());
    assertThat(flaws(GRADUATE_ROOMS, cells.subList(0, 5))).containsExactly("WRONG_COLUMN_COUNT");
    var longer = new ArrayList<>(cells);
    longer.add("more");
    assertThat(flaws(GRADUATE_ROOMS, longer)).containsExactly("WRONG_COLUMN_COUNT");
    longer.set(6, "");
    assertThat(flaws(GRADUATE_ROOMS, longer)).isEmpty();
  }

  @Test
  void aRowOfASpreadsheetMayEndBeforeItsEmptyCells() {
    var problems = new Problems();
    var cells = cells(SITES, Map.of()).subList(0, 7);
    reader(SITES, true, problems).read(new SheetRow(2, cells, Map.of()));
    assertThat(problems.total()).isZero();
  }

  @Test
  void aProblemShowsTheFirstEightyCharactersOfTheCell() {
    var problems = new Problems();
    read(GRADUATE_ROOMS, Map.of("room_type", "𠮷".repeat(100)), problems);
    assertThat(problems.first().getFirst().value()).isEqualTo("𠮷".repeat(80));
  }

  @Test
  void ofManyProblemsTheFirstTwoHundredAreKeptAndAllAreCounted() {
    var problems = new Problems();
    for (int row = 0; row < 300; row++) {
      read(GRADUATE_ROOMS, Map.of("floor", "x"), problems);
    }
    assertThat(problems.first()).hasSize(200);
    assertThat(problems.total()).isEqualTo(300);
  }

  @Test
  void aClassBecomesAsManyUnitsAsItHasPlaces() {
    var row = read(CHILDCARE_CLASSES, Map.of("places", "3"), new Problems());
    assertThat(Unit.of(CHILDCARE_CLASSES, row))
        .extracting(Unit::unit)
        .containsExactly("cc-001-c1-01", "cc-001-c1-02", "cc-001-c1-03");
  }

  @ParameterizedTest
  @CsvSource({
    "GRADUATE_ROOMS, gh-001.studio, room",
    "ELDER_BEDS, ec-001.female-0-2-dementia, bed",
    "CHILDCARE_CLASSES, cc-001.cc-001-c1, childcare-place",
    "INDUSTRIAL_UNITS, is-001.is-001-1-0101, industrial-unit",
  })
  void unitsThatARequestCannotTellApartAreOnePool(StockFile file, String pool, String kind) {
    var unit = Unit.of(file, read(file, Map.of(), new Problems())).getFirst();
    assertThat(unit.pool()).isEqualTo(pool);
    assertThat(unit.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "yes, no, female, 3, ec-001.female-0-2-dementia",
    "no, yes, female, 1, ec-001.female-0-2-oxygen",
    "yes, yes, any, 1, ec-001.any-0-2-dementia-oxygen",
    "yes, yes, any, 2, ec-001.any-0-2-dementia-oxygen-1001",
    "no, no, couple, 2, ec-001.couple-0-2-1001",
  })
  void whatABedHasAndARoomThatIsNotForOneSexTellPoolsApart(
      String dementiaCare, String oxygen, String sex, String beds, String pool) {
    var cells =
        Map.of(
            "dementia_care", dementiaCare,
            "oxygen", oxygen,
            "occupied_by", sex,
            "beds_in_room", beds,
            "room", "1001");
    var unit = Unit.of(ELDER_BEDS, read(ELDER_BEDS, cells, new Problems())).getFirst();
    assertThat(unit.pool()).isEqualTo(pool);
    assertThat(unit.poolFeatures().get("oxygen")).isEqualTo(oxygen.equals("yes"));
    assertThat(unit.poolFeatures().get("dementiaCare")).isEqualTo(dementiaCare.equals("yes"));
    assertThat(unit.poolFeatures().containsKey("room"))
        .isEqualTo(sex.equals("any") && !beds.equals("1"));
  }

  private static List<String> flaws(StockFile file, Map<String, String> changes) {
    return flaws(file, cells(file, changes));
  }

  private static List<String> flaws(StockFile file, List<String> cells) {
    var problems = new Problems();
    var row = reader(file, false, problems).read(new SheetRow(2, cells, Map.of()));
    assertThat(row.isSound()).isEqualTo(problems.total() == 0);
    return problems.first().stream().map(Problem::code).toList();
  }

  private static Row read(StockFile file, Map<String, String> changes, Problems problems) {
    return reader(file, false, problems).read(new SheetRow(2, cells(file, changes), Map.of()));
  }

  private static RowReader reader(StockFile file, boolean mayEndEarly, Problems problems) {
    var header = new SheetRow(1, List.copyOf(soundRow(file).keySet()), Map.of());
    return RowReader.below(header, file, RULES, mayEndEarly, problems).orElseThrow();
  }

  private static List<String> cells(StockFile file, Map<String, String> changes) {
    var cells = new LinkedHashMap<>(soundRow(file));
    assertThat(cells.keySet()).containsAll(changes.keySet());
    cells.putAll(changes);
    return List.copyOf(cells.values());
  }

  private static Map<StockFile, Map<String, String>> sound() {
    var sound = new EnumMap<StockFile, Map<String, String>>(StockFile.class);
    sound.put(
        StockFile.OPERATORS,
        row("operator=op-home", "name_zh=安住", "name_en=Homes", "programme=graduate-housing"));
    sound.put(
        SITES,
        row(
            "site=gh-001",
            "operator=op-home",
            "programme=graduate-housing",
            "name_zh=宝安驿站",
            "name_en=Bao'an",
            "district=baoan",
            "address=簕杜鹃路54号",
            "latitude=22.55486",
            "longitude=113.88434",
            "telephone=0755-55550955"));
    sound.put(
        GRADUATE_ROOMS,
        row(
            "unit=gh-001-0201",
            "site=gh-001",
            "room_type=studio",
            "floor=2",
            "area_m2=19",
            "wheelchair_accessible=no"));
    sound.put(
        ELDER_BEDS,
        row(
            "unit=ec-001-1001-1",
            "site=ec-001",
            "room=1001",
            "beds_in_room=2",
            "floor=1",
            "occupied_by=female",
            "care_levels=0-2",
            "dementia_care=yes",
            "oxygen=no",
            "monthly_fee_cny=4700"));
    sound.put(
        CHILDCARE_CLASSES,
        row(
            "class=cc-001-c1",
            "site=cc-001",
            "class_type=young-toddler",
            "from_month=12",
            "to_month=24",
            "places=15",
            "hours=full-day",
            "monthly_fee_cny=1600"));
    sound.put(
        INDUSTRIAL_UNITS,
        row(
            "unit=is-001-1-0101",
            "site=is-001",
            "building=1栋",
            "floor=1",
            "area_m2=200",
            "floor_load_kn_m2=7.5",
            "clear_height_m=6.0",
            "power_kva=160",
            "freight_lift=yes",
            "industries=ai;software",
            "suits_startups=yes",
            "monthly_rent_cny_m2=22"));
    return sound;
  }

  private static Map<String, String> row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.split("=", 2))
        .collect(
            LinkedHashMap::new, (row, cell) -> row.put(cell[0], cell[1]), LinkedHashMap::putAll);
  }

  private static Map<String, String> soundRow(StockFile file) {
    return requireNonNull(SOUND.get(file));
  }
}
