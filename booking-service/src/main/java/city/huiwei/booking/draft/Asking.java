package city.huiwei.booking.draft;

import city.huiwei.booking.form.Question;
import city.huiwei.booking.place.Choices;
import city.huiwei.booking.web.AskedQuestions;
import city.huiwei.booking.web.AskedQuestions.Known;
import city.huiwei.look.AnsweredQuestion;
import city.huiwei.look.AskedQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Puts the questions and answers of a draft into words; the stock is asked only if they need it.
 */
@Service
class Asking {

  private static final Set<Question.Kind> OF_THE_STOCK =
      Set.of(Question.Kind.CODES, Question.Kind.RANKED_CODES);

  private final AskedQuestions questions;
  private final Choices choices;

  Asking(AskedQuestions questions, Choices choices) {
    this.questions = questions;
    this.choices = choices;
  }

  Mono<List<AskedQuestion>> asked(Draft draft, List<Question> page, Locale locale) {
    return known(draft, page, locale).map(known -> questions.of(page, known));
  }

  /** What was answered, page by page. */
  Mono<Map<String, List<AnsweredQuestion>>> answered(Draft draft, Locale locale) {
    return known(draft, draft.form().questions(), locale)
        .map(known -> {
          var pages = new LinkedHashMap<String, List<AnsweredQuestion>>();
          draft
              .form()
              .tasks()
              .forEach(page -> pages.put(page, questions.answered(draft.questions(page), known)));
          return pages;
        });
  }

  private Mono<Known> known(Draft draft, List<Question> asked, Locale locale) {
    var stock =
        asked.stream().anyMatch(question -> OF_THE_STOCK.contains(question.kind()))
            ? choices.of(draft.programme().code(), locale)
            : Mono.just(Map.<String, List<AskedQuestion.Choice>>of());
    return stock.map(all -> new Known(draft.answers(), all, locale));
  }
}
