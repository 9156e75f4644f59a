package city.huiwei.booking.explanation;

import city.huiwei.booking.application.ApplicationAnswer;
import city.huiwei.booking.estimate.Estimate;
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.edge.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an applicant is told of their application; nothing in it is another's.
 *
 * @param rank where it stands; absent when it does not wait
 * @param next what comes next, in words
 * @param appealUntil until when somebody may object to the latest decision; absent when nobody can.
 *     A question can be asked of a person at any time.
 * @param decisions what was decided of it, the newest first
 * @param readings who read what names persons, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    ApplicationAnswer application,
    @Nullable Rank rank,
    Problem.Line next,
    @Nullable Instant appealUntil,
    List<DecisionAnswer> decisions,
    List<OfferAnswer> offers,
    List<ReadingAnswer> readings) {

  /**
   * @param position 1 is the next one
   * @param own what ranks it
   * @param lastAdmitted what ranked the last one to whom a place was offered; absent while nobody
   *     was
   * @param waiting days as an interval, or that they cannot be estimated
   * @param change what would have put it before that one, in words
   * @param cutOffs the same by site with places that fit
   * @param passedOver places that were offered to somebody behind since it waits, the latest first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rank(
      long position,
      Key own,
      @Nullable Key lastAdmitted,
      Problem.@Nullable Line change,
      Estimate waiting,
      List<CutOff> cutOffs,
      List<PassedOver> passedOver) {}

  /** What ranked the last one to whom a place of the site was offered, and what would change it. */
  public record CutOff(String site, Key lastAdmitted, Problem.Line change) {}

  /**
   * A place that went past it.
   *
   * @param from the first day of the place
   * @param reasons why, never none
   */
  public record PassedOver(Instant at, String site, LocalDate from, List<Problem.Line> reasons) {}

  /** A lower category comes first, then more points, then the earlier date. */
  public record Key(int category, int points, Instant since) {}

  /**
   * @param id by which an appeal names it
   * @param rulesHash of the rules as they were; absent where they were in force no more
   * @param engine what ranked it, by the version of its order
   * @param key what ranked it then; absent where it had no rank
   * @param byAPerson whether a person decided
   * @param appealUntil until when somebody may object; absent where nobody can
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecisionAnswer(
      UUID id,
      Instant at,
      String kind,
      String outcome,
      String rulesVersion,
      @Nullable String rulesHash,
      @Nullable String engine,
      @Nullable Key key,
      boolean byAPerson,
      List<Problem.Line> reasons,
      @Nullable Instant appealUntil) {}

  /** A reading of what names persons. */
  public record ReadingAnswer(Instant at, String operator, String reason) {}
}
