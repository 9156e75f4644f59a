package city.huiwei.booking.explanation;

import city.huiwei.booking.application.ApplicationAnswer;
import city.huiwei.booking.estimate.Estimate;
import city.huiwei.booking.offer.OfferAnswer;
import city.huiwei.edge.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an applicant is told of their application; nothing in it is another's.
 *
 * @param rank where it stands; absent when it does not wait
 * @param decisions what was decided of it, the newest first
 * @param readings who read what names persons, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
    ApplicationAnswer application,
    @Nullable Rank rank,
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
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rank(
      long position,
      Key own,
      @Nullable Key lastAdmitted,
      Problem.@Nullable Line change,
      Estimate waiting) {}

  /** A lower category comes first, then more points, then the earlier date. */
  public record Key(int category, int points, Instant since) {}

  /**
   * @param id by which an appeal names it
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
      boolean byAPerson,
      List<Problem.Line> reasons,
      @Nullable Instant appealUntil) {}

  /** A reading of what names persons. */
  public record ReadingAnswer(Instant at, String operator, String reason) {}
}
