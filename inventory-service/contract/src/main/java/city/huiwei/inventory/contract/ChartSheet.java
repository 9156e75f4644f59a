package city.huiwei.inventory.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site's units with who has them, a page of them.
 *
 * @param today the city's day
 * @param from the first night
 * @param free units that are free on each night, of the whole site or of the pool asked for
 * @param total all units of the site or the pool
 * @param pools of the site
 * @param next the last unit of this page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChartSheet(
    String site,
    Name name,
    String programme,
    LocalDate today,
    LocalDate from,
    int nights,
    Instant asOf,
    List<String> pools,
    int total,
    List<Integer> free,
    List<Row> units,
    @Nullable String next) {

  /**
   * A unit with its stays, the earliest first.
   *
   * @param building absent where a site is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String unit,
      String pool,
      @Nullable String building,
      @Nullable String floor,
      List<Stay> stays) {}

  /**
   * Somebody has the unit, or it is out of use.
   *
   * @param to open when absent
   * @param pinned whoever needs room, it stays where it is
   * @param reason why the unit is out of use; only a block has one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stay(
      UUID hold,
      Kind kind,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable Instant until,
      boolean pinned,
      @Nullable String reason) {}

  /** How fast a unit is taken. */
  public enum Kind {
    FIRM,
    TIMED,
    BLOCKED
  }
}
