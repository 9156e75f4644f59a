package city.huiwei.console.occupancy;

import city.huiwei.inventory.contract.OccupancySheet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sheet as the page shows it.
 *
 * @param rows the sites of the scope, by their code
 * @param districts free units on the first night by district, of the whole programme
 */
record OccupancyTable(
    Scope scope,
    Instant asOf,
    List<Night> nights,
    List<Row> rows,
    Row total,
    Map<String, Integer> districts) {

  /** A column. */
  record Night(LocalDate date, boolean today) {

    public String look() {
      boolean weekend =
          date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
      return (weekend ? "weekend" : "") + (today ? " today" : "");
    }
  }

  /** A site, or all of them together. */
  record Row(String site, String name, String district, int units, List<Cell> cells) {}

  static OccupancyTable of(OccupancySheet sheet, Scope scope, LocalDate today, Locale locale) {
    var rows =
        sheet.rows().stream()
            .filter(row -> scope.includes(row.district()))
            .sorted(Comparator.comparing(OccupancySheet.Row::site))
            .map(row -> row(row, locale))
            .toList();
    return new OccupancyTable(
        scope,
        sheet.asOf(),
        nights(sheet, today),
        rows,
        total(rows, sheet.nights()),
        freeByDistrict(sheet));
  }

  /** Free units on the first night. */
  public int freeInAllDistricts() {
    return districts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Night> nights(OccupancySheet sheet, LocalDate today) {
    return IntStream.range(0, sheet.nights())
        .mapToObj(sheet.from()::plusDays)
        .map(date -> new Night(date, date.equals(today)))
        .toList();
  }

  private static Row row(OccupancySheet.Row row, Locale locale) {
    var cells = IntStream.range(0, row.taken().size()).mapToObj(night -> cell(row, night)).toList();
    return new Row(row.site(), row.name().in(locale), row.district(), row.units(), cells);
  }

  private static Cell cell(OccupancySheet.Row row, int night) {
    return new Cell(row.units(), row.taken().get(night), row.blocked().get(night));
  }

  private static Row total(List<Row> rows, int nights) {
    var cells = IntStream.range(0, nights).mapToObj(night -> total(night, rows)).toList();
    return new Row("total", "", "", rows.stream().mapToInt(Row::units).sum(), cells);
  }

  private static Cell total(int night, List<Row> rows) {
    return rows.stream().map(row -> row.cells().get(night)).reduce(new Cell(0, 0, 0), Cell::plus);
  }

  private static Map<String, Integer> freeByDistrict(OccupancySheet sheet) {
    return sheet.rows().stream()
        .collect(
            Collectors.groupingBy(
                OccupancySheet.Row::district,
                TreeMap::new,
                Collectors.summingInt(row -> cell(row, 0).free())));
  }
}
