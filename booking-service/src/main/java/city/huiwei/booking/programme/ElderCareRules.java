package city.huiwei.booking.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of elder care; each has its source in {@code rules/elder-care.yaml}.
 *
 * @param leastAge years of who moves in
 * @param assessmentMonths how long an assessment of abilities is good
 * @param disabledFrom the level from which somebody counts as disabled, 0 to 4
 * @param classes who comes first, the first class that somebody belongs to
 * @param carePoints points of the levels 0 to 4
 * @param keptBackBeds free beds that are kept for the first class
 * @param reviewDays working days in which the papers are checked
 * @param appealDays working days in which somebody may object to a decision
 * @param answerHours working hours in which an offer is to be answered
 */
@ConfigurationProperties("huiwei.programmes.elder-care")
public record ElderCareRules(
    String version,
    LocalDate inForceFrom,
    String source,
    int leastAge,
    int assessmentMonths,
    int disabledFrom,
    List<PriorityClass> classes,
    List<Integer> carePoints,
    int keptBackBeds,
    int reviewDays,
    int appealDays,
    int answerHours) {

  /** The levels of ability of GB/T 42195-2022. */
  static final int HIGHEST_LEVEL = 4;

  /** One is enough. */
  public record PriorityClass(List<Circumstance> anyOf) {}

  /**
   * Who belongs to a class; what is absent is not asked for.
   *
   * @param category a circumstance that a paper proves
   * @param needsCare disabled or demented
   */
  public record Circumstance(
      @Nullable String category, boolean needsCare, @Nullable Integer leastAge) {}

  public ElderCareRules {
    require(leastAge >= 0, "least-age");
    require(assessmentMonths > 0, "assessment-months");
    require(disabledFrom >= 0 && disabledFrom <= HIGHEST_LEVEL, "disabled-from");
    require(!classes.isEmpty(), "classes");
    require(carePoints.size() == HIGHEST_LEVEL + 1, "care-points");
    require(keptBackBeds >= 0, "kept-back-beds");
    require(reviewDays > 0, "review-days");
    require(appealDays > 0 && answerHours > 0, "appeal-days, answer-hours");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("elder-care rules are not sound: " + what);
    }
  }
}
