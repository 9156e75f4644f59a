package city.huiwei.booking.draft;

import city.huiwei.booking.form.Move;
import city.huiwei.booking.form.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form as a browser sent it. */
record Posted(Map<String, List<String>> typed) {

  /** What no draft has, so whoever sends none is told to look again. */
  private static final int NO_VERSION = -1;

  /** The first value of a field, empty when there is none. */
  String first(String name) {
    return typed.getOrDefault(name, List.of("")).getFirst();
  }

  boolean says(String name, String value) {
    return first(name).equals(value);
  }

  /** Of the draft that the form was made from. */
  int version() {
    var typed = first("version");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : NO_VERSION;
  }

  /** The button that ranks answers anew, if it was that one. */
  Optional<Move> move() {
    return Move.parse(first("move"));
  }

  /**
   * Whether the page is to be saved as it is, right or wrong: it is filled in later, or goes on.
   */
  boolean isUnfinished() {
    return says("then", "later") || move().isPresent();
  }

  /**
   * What was answered to these questions and to nothing else, ranked anew if that was asked. A
   * browser says nothing of boxes that are not ticked, which is an answer too.
   */
  Map<String, List<String>> answers(List<Question> questions) {
    var answers = new LinkedHashMap<String, List<String>>();
    for (var question : questions) {
      var given = typed.getOrDefault(question.code(), List.of());
      answers.put(question.code(), ranked(question.code(), given));
    }
    return answers;
  }

  private List<String> ranked(String code, List<String> given) {
    var sound = given.stream().filter(answer -> !answer.isBlank()).toList();
    return move()
        .filter(move -> move.code().equals(code))
        .map(move -> move.of(sound))
        .orElse(sound);
  }

  /** It may hold names and numbers of persons. */
  @Override
  public String toString() {
    return "Posted" + typed.keySet();
  }
}
