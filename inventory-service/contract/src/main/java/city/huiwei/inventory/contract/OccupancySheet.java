package city.huiwei.inventory.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Sites by nights.
 *
 * @param from the first night of every row
 * @param asOf the database's time of the figures
 */
public record OccupancySheet(
    String programme, LocalDate from, int nights, Instant asOf, List<Row> rows) {

  /**
   * A site; {@code taken} and {@code blocked} have one figure a night, and what is neither is free.
   */
  public record Row(
      String site,
      Name name,
      String operator,
      String district,
      int units,
      List<Integer> taken,
      List<Integer> blocked) {}
}
