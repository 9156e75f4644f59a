package city.huiwei.booking.programme;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The figures of childcare; each has its source in {@code rules/childcare.yaml}.
 *
 * @param leavesAtMonths the age at which a child leaves
 * @param residences where a family lives that may have a place
 * @param categories who comes first, the first that a family belongs to; then everybody else
 * @param points of circumstances; the higher sum comes first within a category
 * @param mostChoices how many a family may rank in a round
 * @param mostChildren of one family in a round
 * @param reviewDays working days in which the papers are checked
 * @param appealDays working days in which somebody may object to a decision
 * @param answerHours working hours in which an offer is to be answered
 */
@ConfigurationProperties("huiwei.programmes.childcare")
public record ChildcareRules(
    String version,
    LocalDate inForceFrom,
    String source,
    int leavesAtMonths,
    List<AgeClass> ageClasses,
    List<String> residences,
    List<Category> categories,
    List<Points> points,
    int mostChoices,
    int mostChildren,
    int reviewDays,
    int appealDays,
    int answerHours) {

  /** Of whom no category is known. */
  public static final String EVERYBODY = "general";

  /** No sum of points reaches this. */
  static final int MOST_POINTS = 999;

  private static final int LEAST_CHOICES = 10;

  /**
   * Families that come before others.
   *
   * @param anyOf circumstances that a paper proves; one is enough
   * @param reservedPercent of the places of each class, rounded down, that they are sure of
   */
  public record Category(String code, List<String> anyOf, int reservedPercent) {}

  /** What a circumstance counts for. */
  public record Points(String circumstance, int points) {}

  public ChildcareRules {
    require(!ageClasses.isEmpty(), "age-classes");
    require(
        ageClasses.stream().allMatch(each -> each.toMonth() <= leavesAtMonths), "leaves-at-months");
    require(!residences.isEmpty(), "residences");
    require(
        categories.stream().mapToInt(Category::reservedPercent).allMatch(it -> it >= 0)
            && categories.stream().mapToInt(Category::reservedPercent).sum() <= 100,
        "reserved-percent");
    require(points.stream().allMatch(each -> each.points() >= 0), "points");
    require(points.stream().mapToInt(Points::points).sum() <= MOST_POINTS, "points");
    // Who may name few guesses which; who may name ten need not.
    require(mostChoices >= LEAST_CHOICES, "most-choices");
    require(mostChildren > 0, "most-children");
    require(reviewDays > 0 && appealDays > 0 && answerHours > 0, "review-days, appeal-days");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("childcare rules are not sound: " + what);
    }
  }
}
