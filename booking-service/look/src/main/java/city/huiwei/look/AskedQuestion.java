package city.huiwei.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question in the reader's language, as {@code templates/look/questions.html} asks it.
 *
 * @param code the name and the id of its control
 * @param kind what an answer looks like, such as {@code TEXT}; there is a fragment for each
 * @param choices what can be chosen, where that is given
 * @param answers what was typed so far, right or wrong
 */
public record AskedQuestion(
    String code,
    String kind,
    String label,
    @Nullable String hint,
    boolean required,
    List<Choice> choices,
    List<String> answers) {

  /**
   * Something to choose.
   *
   * @param group choices of one group stand together under its name
   * @param opens what is asked only of who chooses it
   */
  public record Choice(
      String code, String words, @Nullable String group, List<AskedQuestion> opens) {

    public Choice(String code, String words) {
      this(code, words, null, List.of());
    }
  }

  /** The one answer of a question that has one. */
  public String answer() {
    return answers.isEmpty() ? "" : answers.getFirst();
  }

  public boolean isChosen(String choice) {
    return answers.contains(choice);
  }

  /** What was chosen, in the order of the answers; what can no longer be chosen shows its code. */
  public List<Choice> chosen() {
    var known = choices.stream().collect(Collectors.toMap(Choice::code, it -> it, (one, _) -> one));
    return answers.stream()
        .map(answer -> known.getOrDefault(answer, new Choice(answer, answer)))
        .toList();
  }

  /** What can still be chosen, by the name of the group. */
  public Map<String, List<Choice>> left() {
    return choices.stream()
        .filter(choice -> !isChosen(choice.code()))
        .collect(
            Collectors.groupingBy(
                choice -> choice.group() == null ? "" : choice.group(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** It may hold names and numbers of persons, so it never shows them as text. */
  @Override
  public String toString() {
    return code;
  }
}
