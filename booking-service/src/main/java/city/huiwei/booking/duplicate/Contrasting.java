package city.huiwei.booking.duplicate;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.booking.application.Voicing;
import city.huiwei.booking.contract.DuplicateDesk.Comparison;
import city.huiwei.booking.contract.DuplicateDesk.Row;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Question;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lays two applications side by side; what names persons is compared behind its mask. */
@Service
class Contrasting {

  private final Duplicates duplicates;
  private final Applications applications;
  private final Applying applying;
  private final Dossiers dossiers;
  private final Voicing voicing;

  Contrasting(
      Duplicates duplicates,
      Applications applications,
      Applying applying,
      Dossiers dossiers,
      Voicing voicing) {
    this.duplicates = duplicates;
    this.applications = applications;
    this.applying = applying;
    this.dossiers = dossiers;
    this.voicing = voicing;
  }

  Mono<Comparison> compare(SignedIn staff, UUID older, UUID newer, Locale locale) {
    return duplicates
        .one(requireNonNull(staff.operator()), older, newer)
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(pair ->
            Mono.zip(applications.one(older), applications.one(newer))
                .map(both -> new Comparison(pair, rows(both.getT1(), both.getT2(), locale))));
  }

  private List<Row> rows(Application older, Application newer, Locale locale) {
    var left = dossiers.open(older).answers();
    var right = dossiers.open(newer).answers();
    return applying.programme(older).form().questions().stream()
        .filter(question -> question.isAsked(left) || question.isAsked(right))
        .map(question -> row(question, left, right, locale))
        .toList();
  }

  private Row row(Question question, Answers left, Answers right, Locale locale) {
    return new Row(
        voicing.masked(question, left, locale).label(),
        words(question, left, locale),
        words(question, right, locale),
        left.all(question.code()).equals(right.all(question.code())));
  }

  private List<String> words(Question question, Answers answers, Locale locale) {
    return answers.all(question.code()).stream()
        .map(answer -> voicing.answer(question, answer, locale))
        .toList();
  }
}
