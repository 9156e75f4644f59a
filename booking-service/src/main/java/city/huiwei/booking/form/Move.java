package city.huiwei.booking.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A ranked answer goes a step: what a button of a form says, {@code "wish.sites up ec-001"}.
 *
 * @param code of the question
 */
public record Move(String code, Step step, String answer) {

  /** Where to. */
  public enum Step {
    UP,
    DOWN,
    AWAY,
    /** What was chosen besides joins at the end. */
    ADD
  }

  /** Empty when no button says that. */
  public static Optional<Move> parse(String said) {
    var words = said.split(" ", 3);
    return List.of(Step.values()).stream()
        .filter(step -> words.length > 1 && step.name().equalsIgnoreCase(words[1]))
        .findAny()
        .map(step -> new Move(words[0], step, words.length > 2 ? words[2] : ""));
  }

  /** The answers in their new order; what is at the end already stays there. */
  public List<String> of(List<String> answers) {
    var at = answers.indexOf(answer);
    var moved = new ArrayList<>(answers);
    switch (step) {
      case UP -> swap(moved, at, at - 1);
      case DOWN -> swap(moved, at, at + 1);
      case AWAY -> moved.remove(answer);
      case ADD -> {}
    }
    return moved;
  }

  private static void swap(List<String> answers, int one, int other) {
    if (one >= 0 && other >= 0 && other < answers.size()) {
      Collections.swap(answers, one, other);
    }
  }
}
