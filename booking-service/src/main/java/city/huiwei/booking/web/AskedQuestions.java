package city.huiwei.booking.web;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Question;
import city.huiwei.look.AnsweredQuestion;
import city.huiwei.look.AskedQuestion;
import city.huiwei.look.AskedQuestion.Choice;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Questions and answers in words. A choice is called {@code choice.<code>.<choice>}, or what many
 * questions call it: {@code <last part of the code>.<choice>}, {@code choice.<choice>}.
 */
@Component
public class AskedQuestions {

  /** Of a number that names a person so much is shown, at its end. */
  private static final int SHOWN = 4;

  private final MessageSource messages;

  AskedQuestions(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * What is known when questions are put into words.
   *
   * @param stock what there is to choose that no form knows, by the question's code
   */
  public record Known(Answers answers, Map<String, List<Choice>> stock, Locale locale) {}

  /**
   * What a page asks. A question that depends on another one of the page stands under the choice
   * that opens it.
   */
  public List<AskedQuestion> of(List<Question> page, Known known) {
    return page.stream()
        .filter(question -> standsAlone(question, page, known.answers()))
        .map(question -> asked(question, page, known))
        .toList();
  }

  private static boolean standsAlone(Question question, List<Question> page, Answers answers) {
    var condition = question.onlyIf();
    return condition == null
        || (question.isAsked(answers)
            && page.stream().noneMatch(other -> other.code().equals(condition.code())));
  }

  private AskedQuestion asked(Question question, List<Question> page, Known known) {
    var given = known.stock().getOrDefault(question.code(), List.of());
    var choices = given.isEmpty() ? choices(question, page, known) : given;
    return new AskedQuestion(
        question.code(),
        question.kind().name(),
        words("question." + question.code(), known.locale()),
        messages.getMessage("question." + question.code() + ".hint", null, null, known.locale()),
        // Where any number of choices will do, none is an answer, too.
        question.isRequired() || !choices.isEmpty(),
        choices,
        known.answers().all(question.code()));
  }

  private List<Choice> choices(Question question, List<Question> page, Known known) {
    return question.choices().stream()
        .map(choice ->
            new Choice(
                choice,
                words(question, choice, known.locale()),
                null,
                of(opened(page, question, choice), known)))
        .toList();
  }

  /** The questions that a choice opens; there they need no condition any more. */
  private static List<Question> opened(List<Question> page, Question question, String choice) {
    return page.stream()
        .filter(other -> new Question.Condition(question.code(), choice).equals(other.onlyIf()))
        .map(Question::always)
        .toList();
  }

  /** What was answered, in words; numbers that name persons are masked. */
  public List<AnsweredQuestion> answered(List<Question> page, Known known) {
    return page.stream()
        .filter(question -> question.isAsked(known.answers()))
        .map(question ->
            new AnsweredQuestion(
                question.code(),
                words("question." + question.code(), known.locale()),
                said(question, page, known)))
        .toList();
  }

  private List<String> said(Question question, List<Question> page, Known known) {
    var typed = known.answers().all(question.code());
    return switch (question.kind()) {
      case TEXT, CREDIT_CODE, TELEPHONE, EMAIL, NUMBER -> typed;
      case IDENTITY_NUMBER -> typed.stream().map(AskedQuestions::masked).toList();
      case DATE -> days(question, known);
      case YES_NO, CHOICE, CHOICES, CODES, RANKED_CODES, CONSENT ->
          asked(question, page, known).chosen().stream().map(Choice::words).toList();
    };
  }

  private static String masked(String typed) {
    var hidden = Math.max(0, typed.length() - SHOWN);
    return "*".repeat(hidden) + typed.substring(hidden);
  }

  /** A day as a person writes it; what is none as it was typed. */
  private List<String> days(Question question, Known known) {
    var form = DateTimeFormatter.ofPattern(words("answer.date", known.locale()), known.locale());
    return known
        .answers()
        .date(question.code())
        .map(day -> List.of(form.format(day)))
        .orElse(known.answers().all(question.code()));
  }

  private String words(Question question, String choice, Locale locale) {
    var code = question.code();
    var keys =
        new String[] {
          "choice." + code + "." + choice,
          code.substring(code.lastIndexOf('.') + 1) + "." + choice,
          "choice." + choice
        };
    return messages.getMessage(new DefaultMessageSourceResolvable(keys), locale);
  }

  private String words(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
