package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application as who checks it sees it.
 *
 * @param answers what was answered, masked where it names a person
 * @param findings what a person is to find, with what was found or answered so far
 * @param papers those that its answers ask for
 * @param grounds why one can say no
 * @param mayPass whether it can be found in order now, {@code mayRefuse} likewise
 * @param needsSecond whether a second person, a manager, must decide too
 * @param rank where it stands; absent while it does not wait
 * @param decisions the newest first, {@code readings} likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseFile(
    ApplicationLine application,
    List<WordedQuestion> answers,
    List<WordedQuestion> findings,
    List<Choice> papers,
    List<Choice> grounds,
    boolean mayPass,
    boolean mayRefuse,
    boolean needsSecond,
    @Nullable Rank rank,
    List<DecisionLine> decisions,
    List<Reading> readings) {

  /** The same with what became of it so far. */
  public CaseFile with(@Nullable Rank rank, List<DecisionLine> decisions, List<Reading> readings) {
    return new CaseFile(
        application,
        answers,
        findings,
        papers,
        grounds,
        mayPass,
        mayRefuse,
        needsSecond,
        rank,
        decisions,
        readings);
  }

  /**
   * @param position 1 is the next one
   */
  public record Rank(long position, int category, int points, Instant since) {}

  /** Somebody read what names persons, and why. */
  public record Reading(Instant at, String operator, String reason) {}
}
