package city.huiwei.booking.application;

import static city.huiwei.booking.application.ApplicationState.INELIGIBLE;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static city.huiwei.booking.application.ApplicationState.VERIFIED;
import static city.huiwei.booking.notice.Notice.Kind.APPLICATION_QUEUED;
import static city.huiwei.booking.notice.Notice.Kind.APPLICATION_REFUSED;
import static java.util.Objects.requireNonNull;

import city.huiwei.booking.allocation.RankingKey;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.contract.ReviewDesk.OpenAnswers;
import city.huiwei.booking.contract.ReviewDesk.Review;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staff check applications of their operator: what they find ranks it, or says no. */
@Service
public class Reviewing {

  /** Applications on a page of the desk. */
  public static final int PAGE = 50;

  /** Why a person can say no, besides what the rules say. */
  static final List<String> GROUNDS =
      List.of("MATERIAL_INCOMPLETE", "MATERIAL_MISMATCH", "NOT_QUALIFIED", "DUPLICATE_PERSON");

  private static final int LONGEST_REASON = 200;

  private final Applications applications;
  private final Decisions decisions;
  private final Readings readings;
  private final Dossiers dossiers;
  private final Applying applying;
  private final Telling telling;
  private final PaperChecking papers;
  private final WorkingHours hours;
  private final Clock clock;
  private final TransactionalOperator transaction;

  Reviewing(
      Applications applications,
      Decisions decisions,
      Readings readings,
      Dossiers dossiers,
      Applying applying,
      Telling telling,
      PaperChecking papers,
      WorkingHours hours,
      Clock clock,
      TransactionalOperator transaction) {
    this.applications = applications;
    this.decisions = decisions;
    this.readings = readings;
    this.dossiers = dossiers;
    this.applying = applying;
    this.telling = telling;
    this.papers = papers;
    this.hours = hours;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * What staff look for.
   *
   * @param programme of any where absent
   * @param days sent so many days ago or earlier
   * @param after from where on
   */
  record Sought(
      ApplicationState state, @Nullable String programme, int days, @Nullable UUID after) {}

  /** An operator's applications in one state, the oldest first. */
  Mono<List<Application>> desk(SignedIn staff, Sought sought) {
    return applications.atDesk(requireNonNull(staff.operator()), sought, PAGE).collectList();
  }

  /** Opens what names persons, once it is written down who reads it and why. */
  Mono<OpenAnswers> read(SignedIn staff, UUID id, String reason) {
    return note(staff, id, reason)
        .map(application ->
            new OpenAnswers(
                id, application.reference(), dossiers.open(application).answers().values()));
  }

  /** Writes down who is about to read what names persons, and why. */
  public Mono<Application> note(SignedIn staff, UUID id, String reason) {
    var why = reason.strip();
    if (why.length() < 2 || why.length() > LONGEST_REASON) {
      refuse("invalid-request", List.of(Reason.of("READING_NEEDS_A_REASON", "reason")));
    }
    return theirs(staff, id)
        .flatMap(application ->
            readings
                .add(id, Applying.actor(staff), application.operator(), why)
                .thenReturn(application));
  }

  /** An application at their desk; a problem when there is none of that id. */
  public Mono<Application> theirs(SignedIn staff, UUID id) {
    return applications
        .one(id)
        .filter(application -> staff.worksFor(application.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Writes down what was found, and queues the application or says no to it. */
  Mono<Application> review(SignedIn staff, UUID id, Review review) {
    return theirs(staff, id)
        .zipWith(applications.now())
        .flatMap(both -> decide(staff, both.getT1(), review, both.getT2()))
        .as(transaction::transactional);
  }

  private Mono<Application> decide(
      SignedIn staff, Application application, Review review, Instant now) {
    var programme = applying.programme(application);
    var today = now.atZone(clock.getZone()).toLocalDate();
    var findings = programme.findings().read(review.findings());
    var answers = dossiers.open(application).answers();
    refuse("invalid-answers", programme.findings().mistakes(findings, today));
    var refusals = programme.findingRefusals(answers, findings, today);
    var dossier = new Dossier(answers, findings);
    var found = new Found(application, programme, dossier, now);
    if (!review.reasons().isEmpty()) {
      if (!GROUNDS.containsAll(review.reasons())) {
        refuse("invalid-request", List.of(Reason.of("NOT_A_CHOICE", "reasons")));
      }
      var reasons =
          Stream.concat(refusals.stream(), review.reasons().stream().map(Reason::of)).toList();
      return sayNo(staff, found, review, reasons);
    }
    return papers
        .faults(application.id(), programme.papers(dossier.found()))
        .flatMap(missing -> {
          refuse(
              refusals.isEmpty() ? "papers-missing" : "not-eligible",
              Stream.concat(refusals.stream(), missing.stream()).toList());
          return accept(staff, found, review);
        });
  }

  private Mono<Application> accept(SignedIn staff, Found found, Review review) {
    if (!found.programme().needsSecondDecision(found.dossier().answers())) {
      return queue(staff, found, review);
    }
    return found.application().state() == VERIFIED
        ? decideToo(staff, found, review)
        : verify(staff, found, review);
  }

  /** The first of two decisions. */
  private Mono<Application> verify(SignedIn staff, Found found, Review review) {
    var sealed = dossiers.seal(found.application().id(), found.dossier());
    return applications
        .change(
            found.application().id(),
            review.version(),
            new Applications.Step(VERIFIED, Map.of("sealed", sealed)),
            Applying.actor(staff))
        .switchIfEmpty(Mono.error(Applying::stale))
        .flatMap(verified -> record(verified, Decision.Kind.ELIGIBILITY, List.of(), staff, found));
  }

  /** The second, by a manager who did not make the first. */
  private Mono<Application> decideToo(SignedIn staff, Found found, Review review) {
    var id = found.application().id();
    var actor = Applying.actor(staff);
    return decisions
        .of(id)
        .any(decision -> decision.decidedBy().equals(actor))
        .filter(decidedBefore -> !decidedBefore && staff.is(SignedIn.Role.MANAGER))
        .switchIfEmpty(Mono.error(() -> Applying.conflict("wrong-state", "SECOND_DECISION_NEEDED")))
        .flatMap(_ ->
            applications.change(
                id, review.version(), new Applications.Step(QUEUED, rank(found)), actor))
        .switchIfEmpty(Mono.error(Applying::stale))
        .flatMap(queued -> record(queued, Decision.Kind.RANKING, List.of(), staff, found));
  }

  private record Found(
      Application application, ApplicationProgramme programme, Dossier dossier, Instant now) {}

  private Mono<Application> sayNo(
      SignedIn staff, Found found, Review review, List<Reason> reasons) {
    var values =
        Map.<String, Object>of(
            "sealed", dossiers.seal(found.application().id(), found.dossier()),
            "reasons", reasons.stream().map(Reason::code).toArray(String[]::new));
    return applications
        .change(
            found.application().id(),
            review.version(),
            new Applications.Step(INELIGIBLE, values),
            Applying.actor(staff))
        .switchIfEmpty(Mono.error(Applying::stale))
        .flatMap(refused -> record(refused, Decision.Kind.ELIGIBILITY, reasons, staff, found));
  }

  private Mono<Application> queue(SignedIn staff, Found found, Review review) {
    var id = found.application().id();
    var actor = Applying.actor(staff);
    return applications
        .change(id, review.version(), new Applications.Step(VERIFIED), actor)
        .switchIfEmpty(Mono.error(Applying::stale))
        .flatMap(verified ->
            applications.change(
                id, verified.version(), new Applications.Step(QUEUED, rank(found)), actor))
        .flatMap(queued -> record(queued, Decision.Kind.RANKING, List.of(), staff, found));
  }

  /** What ranks it: once found, it stays until something new is found. */
  private Map<String, Object> rank(Found found) {
    var application = found.application();
    var submitted = requireNonNull(application.since()).atZone(clock.getZone());
    var today = found.now().atZone(clock.getZone()).toLocalDate();
    var answers = found.dossier().answers();
    var findings = found.dossier().findings();
    var priority = found.programme().priority(answers, findings, today);
    var key =
        new RankingKey(
            priority.category(),
            priority.points(),
            submitted.toLocalDate(),
            Ballot.of(YearMonth.from(submitted), application.id()),
            application.id());
    return Map.of(
        "sealed", dossiers.seal(application.id(), found.dossier()),
        "need", applications.need(found.programme().need(answers, findings, today)),
        "category", priority.category(),
        "points", priority.points(),
        "ranking", key.sortable(),
        "rules_version", found.programme().rulesVersion());
  }

  private Mono<Application> record(
      Application decided, Decision.Kind kind, List<Reason> reasons, SignedIn staff, Found found) {
    var until = hours.afterDays(found.now(), found.programme().appealDays());
    var verdict =
        new Decisions.Verdict(kind, decided.state().name(), reasons, Applying.actor(staff), true);
    return decisions.add(decided, verdict, until).then(tell(decided, until)).thenReturn(decided);
  }

  /** Of the first of two decisions nobody is told: the second may be another. */
  private Mono<Void> tell(Application decided, Instant until) {
    return switch (decided.state()) {
      case QUEUED -> telling.tell(Notice.of(APPLICATION_QUEUED, decided.id()));
      case INELIGIBLE -> telling.tell(Notice.of(APPLICATION_REFUSED, decided.id(), until));
      default -> Mono.empty();
    };
  }

  private static void refuse(String problem, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, problem, reasons);
    }
  }
}
