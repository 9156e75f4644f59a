package city.huiwei.booking.form;

import city.huiwei.edge.Reason;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions in their order, on pages of those that belong together. */
public record Form(List<Question> questions) {

  /** Nobody has so many answers to one question. */
  private static final int MOST_ANSWERS = 20;

  private static final int LONGEST_ANSWER = 200;

  public Form {
    questions = List.copyOf(questions);
    var codes = questions.stream().map(Question::code).distinct().count();
    if (codes < questions.size()) {
      throw new IllegalArgumentException("a question is asked twice: " + questions);
    }
  }

  /** The pages' names in their order. */
  public List<String> pages() {
    return questions.stream().map(Question::page).distinct().toList();
  }

  public List<Question> page(String page) {
    return questions.stream().filter(question -> question.page().equals(page)).toList();
  }

  /** The pages that ask for something; a page of consents alone is answered when all is sent. */
  public List<String> tasks() {
    return questions.stream()
        .filter(question -> question.kind() != Question.Kind.CONSENT)
        .map(Question::page)
        .distinct()
        .toList();
  }

  public List<Question> consents() {
    return questions.stream().filter(it -> it.kind() == Question.Kind.CONSENT).toList();
  }

  /** Those of these questions that are asked of somebody with these answers. */
  public List<Question> asked(Answers answers) {
    return questions.stream().filter(question -> question.isAsked(answers)).toList();
  }

  /**
   * What was typed, in this form's own spelling: full-width characters are narrow, blanks around
   * are gone, what is empty or not a question is left out. Bounded, whatever comes in.
   */
  public Answers read(Map<String, ? extends List<String>> typed) {
    var read = new LinkedHashMap<String, List<String>>();
    for (var question : questions) {
      var answers = typed.get(question.code());
      if (answers != null) {
        read.put(
            question.code(),
            answers.stream()
                .limit(MOST_ANSWERS)
                .map(answer -> normal(question, answer))
                .filter(answer -> !answer.isEmpty())
                .distinct()
                .toList());
      }
    }
    return new Answers(read);
  }

  /** Answers to questions that are asked; what was answered before a condition changed is gone. */
  public Answers asAsked(Answers answers) {
    return new Answers(
        asked(answers).stream()
            .filter(question -> answers.values().containsKey(question.code()))
            .collect(
                Collectors.toMap(
                    Question::code,
                    question -> answers.all(question.code()),
                    (one, _) -> one,
                    LinkedHashMap::new)));
  }

  /** All that is wrong with the answers, none when they can be sent. */
  public List<Reason> mistakes(Answers answers, LocalDate today) {
    return mistakes(asked(answers), answers, today);
  }

  /** All that is wrong on one page. */
  public List<Reason> mistakes(String page, Answers answers, LocalDate today) {
    return mistakes(
        asked(answers).stream().filter(question -> question.page().equals(page)).toList(),
        answers,
        today);
  }

  private static List<Reason> mistakes(List<Question> asked, Answers answers, LocalDate today) {
    return asked.stream()
        .flatMap(question -> Check.mistakes(question, answers.all(question.code()), today).stream())
        .toList();
  }

  private static String normal(Question question, String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    var narrow = question.isCode() ? text.replaceAll("\\s", "").toUpperCase(Locale.ROOT) : text;
    return narrow.length() <= LONGEST_ANSWER ? narrow : narrow.substring(0, LONGEST_ANSWER);
  }
}
