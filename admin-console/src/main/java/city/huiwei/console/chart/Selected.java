package city.huiwei.console.chart;

import city.huiwei.console.chart.Chart.Partner;
import city.huiwei.console.chart.Chart.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is selected on the chart, with what can be done with it.
 *
 * @param bar absent where a unit is selected
 * @param unit the one that is selected, or the one a selected stay is to go to
 * @param movable whether the stay may be moved
 * @param free units that are free for it
 * @param partners stays with which it can exchange units
 * @param inTheWay who has the unit that it is to go to
 * @param fresh an id for what may be made of it
 */
record Selected(
    @Nullable Bar bar,
    @Nullable String unit,
    boolean movable,
    List<Row> free,
    List<Partner> partners,
    List<Bar> inTheWay,
    UUID fresh) {

  /** Nothing, when what was asked for is not on the chart. */
  static @Nullable Selected of(Chart chart, ChartScope scope, UUID fresh) {
    var stay = scope.stay();
    var bar = stay == null ? null : chart.bar(stay).orElse(null);
    var unit = scope.unit();
    if (bar != null) {
      return ofStay(chart, bar, unit, fresh);
    }
    return unit != null && chart.row(unit).isPresent()
        ? new Selected(null, unit, false, List.of(), List.of(), List.of(), fresh)
        : null;
  }

  private static Selected ofStay(Chart chart, Bar bar, @Nullable String unit, UUID fresh) {
    var movable = bar.isMovable(chart.sheet().today());
    return new Selected(
        bar,
        unit,
        movable,
        movable ? chart.unitsFreeFor(bar) : List.of(),
        movable ? chart.partnersFor(bar) : List.of(),
        unit == null || unit.equals(bar.unit()) ? List.of() : chart.inTheWay(bar, unit),
        fresh);
  }
}
