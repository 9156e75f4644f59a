package city.huiwei.booking.application;

import city.huiwei.booking.contract.ApplicationLine;
import city.huiwei.booking.contract.Choice;
import city.huiwei.booking.contract.DecisionLine;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.contract.WordedReason;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Question;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.edge.Words;
import city.huiwei.inventory.contract.Place;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells staff, in their language, what is kept in codes. */
@Component
public class Voicing {

  static final String DISTRICTS = "wish.districts";

  private final MessageSource messages;
  private final Words words;

  Voicing(MessageSource messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  /** A question with its answers; what names a person is masked. */
  public WordedQuestion masked(Question question, Answers answers, Locale locale) {
    var left =
        answers.all(question.code()).stream().map(answer -> Mask.of(question, answer)).toList();
    var said = left.stream().map(each -> new Choice(each, answer(question, each, locale))).toList();
    return question(question, said, left, Mask.hides(question), locale);
  }

  /** A question as it is asked, with what was answered so far. */
  public WordedQuestion open(
      Question question, Answers answers, List<Choice> choices, Locale locale) {
    return question(question, choices, answers.all(question.code()), false, locale);
  }

  private WordedQuestion question(
      Question question,
      List<Choice> choices,
      List<String> answers,
      boolean isMasked,
      Locale locale) {
    var key = "question." + question.code();
    return new WordedQuestion(
        question.page(),
        question.code(),
        text(key, question.code(), locale),
        messages.getMessage(key + ".hint", null, null, locale),
        WordedQuestion.Kind.valueOf(question.kind().name()),
        choices,
        answers,
        question.most(),
        question.isRequired(),
        isMasked);
  }

  public List<Choice> choices(Question question, Locale locale) {
    return question.choices().stream()
        .map(choice -> new Choice(choice, choice(question, choice, locale)))
        .toList();
  }

  /** An answer as one reads it; what names a person is masked. */
  public String answer(Question question, String answer, Locale locale) {
    return question.choices().isEmpty()
        ? question.code().equals(DISTRICTS) ? district(answer, locale) : Mask.of(question, answer)
        : choice(question, answer, locale);
  }

  /** As it is called of this question, of any that ends like it, or anywhere. */
  private String choice(Question question, String choice, Locale locale) {
    var last = question.code().substring(question.code().lastIndexOf('.') + 1);
    var keys = List.of("choice." + question.code(), last, "choice");
    return keys.stream()
        .map(key -> messages.getMessage(key + "." + choice, null, null, locale))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(choice);
  }

  /** What there is to choose that no form knows. */
  List<Choice> stock(Question question, List<Place> places, Locale locale) {
    return places.stream()
        .map(place ->
            question.code().equals(DISTRICTS)
                ? new Choice(place.district(), district(place.district(), locale))
                : new Choice(place.site(), place.siteName().in(locale)))
        .distinct()
        .toList();
  }

  private String district(String code, Locale locale) {
    return text("district." + code, code, locale);
  }

  Choice paper(String kind, Locale locale) {
    return new Choice(kind, text("paper." + kind, kind, locale));
  }

  /** The name of a page of a form. */
  String page(String page, Locale locale) {
    return text("task." + page, page, locale);
  }

  /** Why one can say no to an application. */
  List<Choice> grounds(Locale locale) {
    return Reviewing.GROUNDS.stream()
        .map(ground -> new Choice(ground, reason(Reason.of(ground), locale).message()))
        .toList();
  }

  public WordedReason reason(Reason reason, Locale locale) {
    var line = words.line(reason, locale);
    return new WordedReason(line.code(), line.field(), line.message(), line.remedy());
  }

  public DecisionLine decision(Decision decision, SignedIn reader, Locale locale) {
    return new DecisionLine(
        decision.id(),
        decision.at(),
        decision.kind().name(),
        decision.outcome(),
        decision.rulesVersion(),
        !decision.decidedBy().equals("system"),
        decision.decidedBy().equals(Applying.actor(reader)),
        decision.reasons().stream().map(reason -> reason(reason, locale)).toList(),
        decision.appealUntil());
  }

  public static ApplicationLine line(Application application) {
    return new ApplicationLine(
        application.id(),
        application.reference(),
        application.programme(),
        city.huiwei.booking.contract.ApplicationState.valueOf(application.state().name()),
        city.huiwei.booking.contract.Channel.valueOf(application.channel().name()),
        application.version(),
        application.createdAt(),
        application.changedAt(),
        application.since());
  }

  private String text(String key, String otherwise, Locale locale) {
    return String.valueOf(messages.getMessage(key, null, otherwise, locale));
  }
}
