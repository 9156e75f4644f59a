package city.huiwei.inventory.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How full a programme's places are, line by line.
 *
 * @param today the first night of each span
 */
public record OccupancyFigures(
    String programme, By by, LocalDate today, Instant asOf, List<Line> lines) {

  /** What a line stands for. */
  public enum By {
    DISTRICT,
    OPERATOR,
    SITE,
    /** What a request can tell apart: room type; sex and levels; class; suited to start-ups. */
    KIND,
    /** Building and floor; of one site only. */
    FLOOR
  }

  /**
   * Units that belong together.
   *
   * @param key district, operator or site; of a kind its features and of a floor its building and
   *     number, with {@code |} between
   * @param name absent where the key is all
   * @param squareMetres of space; 0 where none is counted
   * @param squareMetresTaken of it tonight
   * @param fortnight unit-nights of the next 14, {@code quarter} of the next 90
   * @param reportedAt since when nobody has said that the stock is as it stands here; absent where
   *     that is not known
   * @param stale whether some of it is so old that it is not offered any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String key,
      @Nullable Name name,
      int units,
      BigDecimal squareMetres,
      BigDecimal squareMetresTaken,
      Span tonight,
      Span fortnight,
      Span quarter,
      @Nullable Instant reportedAt,
      boolean stale) {}

  /** Unit-nights that are taken, and out of use. */
  public record Span(long taken, long blocked) {}
}
