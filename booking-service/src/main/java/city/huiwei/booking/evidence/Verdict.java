package city.huiwei.booking.evidence;

import city.huiwei.edge.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a paper. No paper is refused: what does not do is asked for again, with what is
 * wrong and therefore what to do; only an application is refused, and only by a person.
 *
 * @param reasons none for what passed
 */
public record Verdict(Outcome outcome, List<Fault> reasons) {

  static final Set<String> CODES =
      Set.of(
          "MATERIAL_INCOMPLETE",
          "MATERIAL_MISMATCH",
          "MATERIAL_UNREADABLE",
          "MATERIAL_OUT_OF_DATE",
          "MATERIAL_OF_ANOTHER_KIND");

  /** Said of one paper, these ask for something else than said of a whole application. */
  private static final Map<String, String> SAID_OF_A_PAPER =
      Map.of("MATERIAL_INCOMPLETE", "PAPER_INCOMPLETE", "MATERIAL_MISMATCH", "PAPER_MISMATCH");

  private static final int MOST = 10;

  /** Whether it does. */
  public enum Outcome {
    PASSED,
    ASKED_AGAIN
  }

  /**
   * One thing that is wrong; what to do about it follows from the code.
   *
   * @param code one of those that have words
   * @param field the question whose answer it is about, if one
   */
  public record Fault(String code, @Nullable String field) {

    /** What has the words for it. */
    Reason said() {
      return new Reason(SAID_OF_A_PAPER.getOrDefault(code, code), field, Map.of());
    }
  }

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** What cannot be written down of it: all that is wrong, none when it is sound. */
  List<Reason> mistakes(Set<String> questions) {
    var mistakes = new ArrayList<Reason>();
    if (reasons.isEmpty() != (outcome == Outcome.PASSED) || reasons.size() > MOST) {
      mistakes.add(Reason.of("VERDICT_NEEDS_ITS_REASONS", "reasons"));
    }
    if (!reasons.stream().allMatch(fault -> CODES.contains(fault.code()))) {
      mistakes.add(Reason.of("VERDICT_CODE_UNKNOWN", "reasons.code"));
    }
    if (!reasons.stream().allMatch(it -> it.field() == null || questions.contains(it.field()))) {
      mistakes.add(Reason.of("VERDICT_FIELD_UNKNOWN", "reasons.field"));
    }
    return mistakes;
  }
}
