package city.huiwei.console.chart;

import city.huiwei.inventory.contract.UnitChart.Exchange;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import city.huiwei.inventory.contract.UnitChart.NewUnit;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form of the chart says; what a form does not ask is absent.
 *
 * @param seen the unit that the stay had on the chart
 * @param to the unit it is to go to
 * @param other a {@link Chart.Partner}'s value
 * @param pinned whether it is to stay in its unit
 * @param begins a block's first night
 * @param ends the first night after it
 */
record Wish(
    @Nullable String seen,
    @Nullable String to,
    @Nullable String other,
    @Nullable Boolean pinned,
    @Nullable UUID block,
    @Nullable LocalDate begins,
    @Nullable LocalDate ends,
    @Nullable String reason,
    @Nullable Boolean reseating) {

  boolean wantsPin() {
    return Boolean.TRUE.equals(pinned);
  }

  NewUnit unit() {
    return new NewUnit(text(seen), text(to));
  }

  /** Who is not to be exchanged with anybody is sent to nobody, which is refused. */
  Exchange exchange() {
    var parts = text(other).split(" ", 2);
    return new Exchange(text(seen), id(parts[0]), parts[parts.length - 1]);
  }

  NewBlock block(String unit, LocalDate today) {
    return new NewBlock(
        unit, begins == null ? today : begins, ends, text(reason), Boolean.TRUE.equals(reseating));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return new UUID(0, 0);
    }
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }
}
