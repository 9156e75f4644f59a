package city.huiwei.booking.form;

import city.huiwei.booking.person.CreditCode;
import city.huiwei.booking.person.Email;
import city.huiwei.booking.person.IdentityNumber;
import city.huiwei.booking.person.Telephone;
import city.huiwei.edge.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is wrong with the answer to one question. */
final class Check {

  private Check() {}

  /** All that is wrong, none when the answer is sound. */
  static List<Reason> mistakes(Question question, List<String> answers, LocalDate today) {
    if (answers.isEmpty()) {
      return question.isRequired() ? List.of(missing(question)) : List.of();
    }
    var first = answers.getFirst();
    return switch (question.kind()) {
      case TEXT -> first.length() <= question.most() ? List.of() : tooLong(question);
      case IDENTITY_NUMBER -> IdentityNumber.parse(first, question.code(), today).reasons();
      case CREDIT_CODE -> CreditCode.parse(first, question.code()).reasons();
      case TELEPHONE -> Telephone.parse(first, question.code()).reasons();
      case EMAIL -> Email.parse(first, question.code()).reasons();
      case DATE ->
          Answers.readDate(first).isPresent()
              ? List.of()
              : List.of(Reason.of("NOT_A_DATE", question.code()));
      case NUMBER -> number(question, first);
      case YES_NO, CHOICE, CHOICES, CONSENT -> choices(question, answers);
      case CODES, RANKED_CODES -> codes(question, answers);
    };
  }

  private static Reason missing(Question question) {
    return Reason.of(
        question.kind() == Question.Kind.CONSENT ? "CONSENT_MISSING" : "ANSWER_MISSING",
        question.code());
  }

  private static List<Reason> number(Question question, String text) {
    var number = Answers.readNumber(text);
    if (number.isEmpty()) {
      return List.of(Reason.of("NOT_A_NUMBER", question.code()));
    }
    var value = number.get().doubleValue();
    return value >= question.least() && value <= question.most()
        ? List.of()
        : List.of(
            new Reason(
                "NUMBER_OUT_OF_RANGE",
                question.code(),
                Map.of("least", question.least(), "most", question.most())));
  }

  private static List<Reason> choices(Question question, List<String> answers) {
    if (answers.size() > question.most()) {
      return tooMany(question);
    }
    return question.choices().containsAll(answers)
        ? List.of()
        : List.of(Reason.of("NOT_A_CHOICE", question.code()));
  }

  private static List<Reason> codes(Question question, List<String> answers) {
    if (answers.size() > question.most()) {
      return tooMany(question);
    }
    return answers.stream().allMatch(code -> code.matches("[A-Za-z0-9-]{1,40}"))
        ? List.of()
        : List.of(Reason.of("NOT_A_CHOICE", question.code()));
  }

  private static List<Reason> tooMany(Question question) {
    return List.of(
        new Reason("TOO_MANY_CHOICES", question.code(), Map.of("most", question.most())));
  }

  private static List<Reason> tooLong(Question question) {
    return List.of(new Reason("ANSWER_TOO_LONG", question.code(), Map.of("most", question.most())));
  }
}
