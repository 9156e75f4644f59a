package city.huiwei.console.application;

import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.look.AskedQuestion;
import city.huiwei.look.AskedQuestion.Choice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent with a form. Answers are called by the codes of their questions, which have a dot;
 * the form's own fields have none.
 */
record Typed(Map<String, List<String>> values) {

  static final Typed NOTHING = new Typed(Map.of());

  /** One of the form's own fields, empty when it is missing. */
  String text(String field) {
    return values.getOrDefault(field, List.of("")).getFirst();
  }

  List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Absent when it is none. */
  @Nullable Integer number(String field) {
    var text = text(field);
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  /** The answers; where a button asks for it, one of them moves among the others. */
  Map<String, List<String>> answers() {
    var answers = new LinkedHashMap<String, List<String>>();
    values.forEach((field, value) -> {
      if (field.contains(".")) {
        answers.put(field, value);
      }
    });
    var move = text("move").split(" ");
    if (move.length == 3) {
      answers.computeIfPresent(move[0], (_, value) -> moved(value, move[1], move[2]));
    }
    return answers;
  }

  private static List<String> moved(List<String> value, String step, String which) {
    var left = new ArrayList<>(value.stream().filter(each -> !each.isEmpty()).distinct().toList());
    var at = left.indexOf(which);
    var to = step.equals("up") ? at - 1 : at + 1;
    if (at >= 0 && step.equals("away")) {
      left.remove(at);
    } else if (at >= 0 && to >= 0 && to < left.size()) {
      Collections.swap(left, at, to);
    }
    return left;
  }

  /** The questions as they are asked, with what was typed to them, or answered before. */
  List<AskedQuestion> to(List<WordedQuestion> questions) {
    return questions.stream().map(this::asked).toList();
  }

  private AskedQuestion asked(WordedQuestion question) {
    return new AskedQuestion(
        question.code(),
        question.kind().name(),
        question.label(),
        question.hint(),
        question.required() || !question.choices().isEmpty(),
        question.choices().stream()
            .map(choice -> new Choice(choice.code(), choice.words()))
            .toList(),
        values.getOrDefault(question.code(), question.answers()));
  }

  /** It may hold names and numbers of persons, so it never shows them as text. */
  @Override
  public String toString() {
    return "Typed" + values.keySet();
  }
}
