package city.huiwei.booking.programme;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of industrial space; each has its source in {@code rules/industrial-space.yaml}.
 *
 * @param industries the city's industries for which space is let
 * @param startUpYears a firm founded so many years ago at most is a start-up
 * @param score what the points are given for, a hundred in all
 * @param leastScore points from which an application is queued
 * @param secondDecisionSquareMetres above this area somebody else decides too
 * @param mostUnits units that are let together at most
 * @param reviewDays working days in which the papers are checked
 * @param appealDays working days in which somebody may object to a decision
 * @param answerHours working hours in which an offer is to be answered
 */
@ConfigurationProperties("huiwei.programmes.industrial-space")
public record IndustrialSpaceRules(
    String version,
    LocalDate inForceFrom,
    String source,
    List<String> industries,
    int startUpYears,
    List<Criterion> score,
    int leastScore,
    int secondDecisionSquareMetres,
    int mostUnits,
    int reviewDays,
    int appealDays,
    int answerHours) {

  private static final int FULL_SCORE = 100;

  /** Sets of more are too many to be looked at. */
  private static final int MOST_UNITS = 5;

  /** One thing that points are given for. */
  public record Criterion(String code, int most) {}

  public IndustrialSpaceRules {
    require(!industries.isEmpty(), "industries");
    require(startUpYears > 0, "start-up-years");
    require(score.stream().mapToInt(Criterion::most).sum() == FULL_SCORE, "score");
    require(leastScore >= 0 && leastScore <= FULL_SCORE, "least-score");
    require(secondDecisionSquareMetres > 0, "second-decision-square-metres");
    require(mostUnits > 0 && mostUnits <= MOST_UNITS, "most-units");
    require(reviewDays > 0, "review-days");
    require(appealDays > 0 && answerHours > 0, "appeal-days, answer-hours");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("industrial-space rules are not sound: " + what);
    }
  }
}
