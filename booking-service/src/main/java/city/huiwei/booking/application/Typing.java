package city.huiwei.booking.application;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.Choice;
import city.huiwei.booking.contract.Counter;
import city.huiwei.booking.contract.WordedQuestion;
import city.huiwei.booking.contract.WordedReason;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff type in what came on paper or by telephone, page by page. */
@Service
class Typing {

  private final Applying applying;
  private final Submitting submitting;
  private final Applications applications;
  private final Dossiers dossiers;
  private final Listing listing;
  private final Voicing voicing;

  Typing(
      Applying applying,
      Submitting submitting,
      Applications applications,
      Dossiers dossiers,
      Listing listing,
      Voicing voicing) {
    this.applying = applying;
    this.submitting = submitting;
    this.applications = applications;
    this.dossiers = dossiers;
    this.listing = listing;
    this.voicing = voicing;
  }

  Mono<List<Application>> drafts(SignedIn staff, @Nullable UUID after) {
    var sought = new Reviewing.Sought(ApplicationState.DRAFT, null, 0, after);
    return applications
        .atDesk(requireNonNull(staff.operator()), sought, Reviewing.PAGE)
        .collectList();
  }

  Mono<Application> start(SignedIn staff, String key, String programme, Channel channel) {
    return channel == Channel.ONLINE
        ? Mono.error(
            new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-request",
                List.of(Reason.of("NOT_A_CHOICE", "channel"))))
        : applying.start(staff, key, programme, channel, Map.of());
  }

  Mono<Counter.Draft> draft(SignedIn staff, UUID id, Locale locale) {
    return typedIn(staff, id)
        .flatMap(draft ->
            listing
                .all(draft.programme())
                .zipWith(applications.today())
                .map(known -> draft(draft, known.getT1(), known.getT2(), locale)));
  }

  Mono<Application> save(SignedIn staff, UUID id, Counter.NewAnswers answers) {
    return typedIn(staff, id)
        .flatMap(_ -> applying.save(staff, id, answers.version(), answers.answers()));
  }

  Mono<Application> submit(SignedIn staff, UUID id, Counter.Submission submission) {
    return typedIn(staff, id)
        .flatMap(_ -> submitting.submit(staff, id, submission.version(), submission.toAPerson()));
  }

  /** Nobody's account has it, so staff of its desk act for who came. */
  private Mono<Application> typedIn(SignedIn staff, UUID id) {
    return applying
        .own(staff, id)
        .filter(draft -> draft.account() == null && draft.state() == ApplicationState.DRAFT)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Counter.Draft draft(
      Application draft, List<Place> places, LocalDate today, Locale locale) {
    var form = applying.programme(draft).form();
    var answers = dossiers.open(draft).answers();
    var asked = form.asked(answers);
    return new Counter.Draft(
        Voicing.line(draft),
        asked.stream()
            .map(Question::page)
            .distinct()
            .map(page ->
                new Counter.Page(
                    page,
                    voicing.page(page, locale),
                    questions(page, asked, answers, places, locale),
                    mistakes(form.mistakes(page, answers, today), locale)))
            .toList());
  }

  private List<WordedQuestion> questions(
      String page, List<Question> asked, Answers answers, List<Place> places, Locale locale) {
    return asked.stream()
        .filter(question -> question.page().equals(page))
        .map(question -> voicing.open(question, answers, choices(question, places, locale), locale))
        .toList();
  }

  private List<WordedReason> mistakes(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> voicing.reason(reason, locale)).toList();
  }

  private List<Choice> choices(Question question, List<Place> places, Locale locale) {
    return switch (question.code()) {
      case ApplicationProgramme.SITES, Voicing.DISTRICTS -> voicing.stock(question, places, locale);
      default -> voicing.choices(question, locale);
    };
  }
}
