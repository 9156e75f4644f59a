package city.huiwei.booking.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form in the reader's language, with its answers.
 *
 * @param page questions of one page are asked together
 * @param choices those there are, where they are given
 * @param answers as they are kept; masked where they name a person
 * @param most of a number, or characters, or choices
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WordedQuestion(
    String page,
    String code,
    String label,
    @Nullable String hint,
    Kind kind,
    List<Choice> choices,
    List<String> answers,
    int most,
    boolean required,
    boolean masked) {

  /** The same with other answers, which are as they were given. */
  public WordedQuestion answered(List<String> others) {
    return new WordedQuestion(
        page, code, label, hint, kind, choices, others, most, required, false);
  }

  /** The answers as one reads them. */
  public List<String> words() {
    return answers.stream().map(this::words).toList();
  }

  private String words(String answer) {
    return choices.stream()
        .filter(choice -> choice.code().equals(answer))
        .findFirst()
        .map(Choice::words)
        .orElse(answer);
  }

  /** What an answer looks like. */
  public enum Kind {
    TEXT,
    IDENTITY_NUMBER,
    CREDIT_CODE,
    TELEPHONE,
    EMAIL,
    DATE,
    NUMBER,
    YES_NO,
    CHOICE,
    CHOICES,
    CODES,
    /** The best first. */
    RANKED_CODES,
    CONSENT
  }
}
