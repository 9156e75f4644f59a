package city.huiwei.booking.estimate;

/** What somebody can be told of their waiting time. */
public sealed interface Estimate {

  /**
   * Of ten such as they, one waits at most {@code p10Days}, five at most {@code p50Days}, nine at
   * most {@code p90Days}. A figure that equals the horizon means "longer than that".
   */
  record Interval(int p10Days, int p50Days, int p90Days, int horizonDays) implements Estimate {

    public Interval {
      if (p10Days < 0 || p10Days > p50Days || p50Days > p90Days || p90Days > horizonDays) {
        throw new IllegalArgumentException(
            "not an interval: %d, %d, %d".formatted(p10Days, p50Days, p90Days));
      }
    }

    /** Whether the figure means "longer than the horizon". */
    public boolean isBeyond(int days) {
      return days >= horizonDays;
    }
  }

  /**
   * It cannot be estimated.
   *
   * @param vacancies how many were seen
   * @param leastVacancies how many it takes
   */
  record Unknown(int vacancies, int leastVacancies) implements Estimate {}
}
