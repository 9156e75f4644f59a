package city.huiwei.console.chart;

import city.huiwei.booking.contract.GuestDesk.Guest;
import city.huiwei.inventory.contract.ChartSheet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chart as the page shows it: units down, nights across, a stay is one bar. */
record Chart(ChartSheet sheet, List<Night> nights, List<Row> rows) {

  /** A column, with the units that are free. */
  record Night(LocalDate date, String look, int free, boolean today) {}

  /** A unit. */
  record Row(
      String unit, String pool, @Nullable String building, List<Bar> bars, List<Piece> pieces) {}

  /** A stay with which another can exchange units, as far as the chart shows. */
  record Partner(Bar bar) {

    /** As the form sends it. */
    public String value() {
      return bar.hold() + " " + bar.unit();
    }
  }

  static Chart of(ChartSheet sheet, Map<UUID, Guest> guests) {
    return new Chart(
        sheet,
        IntStream.range(0, sheet.nights()).mapToObj(night -> night(sheet, night)).toList(),
        sheet.units().stream().map(unit -> row(sheet, unit, guests)).toList());
  }

  public LocalDate end() {
    return sheet.from().plusDays(sheet.nights());
  }

  Optional<Bar> bar(UUID hold) {
    return bars().filter(bar -> bar.hold().equals(hold)).findFirst();
  }

  Optional<Row> row(String unit) {
    return rows.stream().filter(row -> row.unit().equals(unit)).findFirst();
  }

  /** Who has the unit on nights that the bar would need, as far as the chart shows. */
  List<Bar> inTheWay(Bar moving, String unit) {
    return row(unit).stream()
        .flatMap(row -> row.bars().stream())
        .filter(bar -> !bar.hold().equals(moving.hold()) && bar.overlaps(moving))
        .toList();
  }

  /** The other units of its pool that are free for it, as far as the chart shows. */
  List<Row> unitsFreeFor(Bar moving) {
    return rows.stream()
        .filter(row -> row.pool().equals(moving.pool()) && !row.unit().equals(moving.unit()))
        .filter(row -> inTheWay(moving, row.unit()).isEmpty())
        .toList();
  }

  List<Partner> partnersFor(Bar moving) {
    return bars()
        .filter(bar -> bar.pool().equals(moving.pool()) && !bar.unit().equals(moving.unit()))
        .filter(bar -> bar.isMovable(sheet.today()))
        .filter(bar -> inTheWay(moving, bar.unit()).stream().allMatch(bar::equals))
        .filter(bar -> inTheWay(bar, moving.unit()).stream().allMatch(moving::equals))
        .map(Partner::new)
        .toList();
  }

  private Stream<Bar> bars() {
    return rows.stream().flatMap(row -> row.bars().stream());
  }

  private static Night night(ChartSheet sheet, int night) {
    var date = sheet.from().plusDays(night);
    return new Night(date, look(sheet, date), sheet.free().get(night), date.equals(sheet.today()));
  }

  private static Row row(ChartSheet sheet, ChartSheet.Row unit, Map<UUID, Guest> guests) {
    var bars =
        unit.stays().stream()
            .map(stay -> new Bar(unit.unit(), unit.pool(), stay, guests.get(stay.hold())))
            .toList();
    return new Row(unit.unit(), unit.pool(), unit.building(), bars, pieces(sheet, bars));
  }

  private static List<Piece> pieces(ChartSheet sheet, List<Bar> bars) {
    var pieces = new ArrayList<Piece>();
    var end = sheet.from().plusDays(sheet.nights());
    var at = sheet.from();
    for (var bar : bars) {
      var from = later(bar.stay().from(), at);
      free(sheet, at, from, pieces);
      at = earlier(bar.stay().to(), end);
      pieces.add(new Piece(nights(from, at), bar.look(sheet.from(), end), bar));
    }
    free(sheet, at, end, pieces);
    return pieces;
  }

  /** Free nights in a row, parted where weekends and today begin and end. */
  private static void free(ChartSheet sheet, LocalDate from, LocalDate to, List<Piece> pieces) {
    for (var at = from; at.isBefore(to); ) {
      var look = look(sheet, at);
      var end = at.plusDays(1);
      while (end.isBefore(to) && look(sheet, end).equals(look)) {
        end = end.plusDays(1);
      }
      pieces.add(new Piece(nights(at, end), look, null));
      at = end;
    }
  }

  private static String look(ChartSheet sheet, LocalDate date) {
    var weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return (weekend ? "weekend" : "") + (date.equals(sheet.today()) ? " today" : "");
  }

  private static int nights(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || one.isAfter(other) ? other : one;
  }
}
