package city.huiwei.booking.application;

import city.huiwei.booking.form.Question;

/** What is left of an answer for who need not know whose it is. */
final class Mask {

  private static final String HIDDEN = "****";
  private static final int FIRST = 3;
  private static final int LAST = 2;

  private Mask() {}

  /** Whether answers to the question name a person. */
  static boolean hides(Question question) {
    return switch (question.kind()) {
      case TEXT, IDENTITY_NUMBER, TELEPHONE, EMAIL -> true;
      default -> false;
    };
  }

  /** The ends of a number and the first character of a name; of what is short, nothing. */
  static String of(Question question, String answer) {
    if (!hides(question)) {
      return answer;
    }
    if (question.kind() == Question.Kind.TEXT) {
      return answer.substring(0, answer.offsetByCodePoints(0, 1)) + HIDDEN;
    }
    return answer.length() <= FIRST + LAST
        ? HIDDEN
        : answer.substring(0, FIRST) + HIDDEN + answer.substring(answer.length() - LAST);
  }
}
