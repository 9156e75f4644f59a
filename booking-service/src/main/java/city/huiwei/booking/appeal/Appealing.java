package city.huiwei.booking.appeal;

import static city.huiwei.booking.notice.Notice.Kind.APPEAL_RECEIVED;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Decision;
import city.huiwei.booking.application.Decisions;
import city.huiwei.booking.booking.Reference;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.person.Sealing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes appeals and requests; each has an answer in time. */
@Service
public class Appealing {

  static final int PAGE = 20;

  static final int LONGEST = 2_000;

  private static final int MOST_ABOUT_ONE = 50;

  private final Appeals appeals;
  private final Applying applying;
  private final Applications applications;
  private final Decisions decisions;
  private final Sealing sealing;
  private final WorkingHours hours;
  private final AppealRules rules;
  private final Telling telling;
  private final TransactionalOperator transaction;
  private final SecureRandom random = new SecureRandom();

  Appealing(
      Appeals appeals,
      Applying applying,
      Applications applications,
      Decisions decisions,
      Sealing sealing,
      WorkingHours hours,
      AppealRules rules,
      Telling telling,
      TransactionalOperator transaction) {
    this.appeals = appeals;
    this.applying = applying;
    this.applications = applications;
    this.decisions = decisions;
    this.sealing = sealing;
    this.hours = hours;
    this.rules = rules;
    this.telling = telling;
    this.transaction = transaction;
  }

  /**
   * What somebody asks.
   *
   * @param decision what it is against; absent for any other request
   */
  record Question(UUID application, @Nullable UUID decision, String text) {}

  /** Asked twice under one key it is asked once. */
  Mono<Appeal> appeal(SignedIn who, String key, Question question) {
    var text = question.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Mono.error(invalid(new Reason("QUESTION_LENGTH", "text", Map.of("most", LONGEST))));
    }
    return applying
        .own(who, question.application())
        .flatMap(application -> mayObject(application, question).thenReturn(application))
        .zipWith(applications.now())
        .flatMap(both -> add(appeal(who, both.getT1(), question, text, both.getT2()), key))
        .switchIfEmpty(Mono.defer(() -> appeals.withKey(Account.of(who), key)))
        .switchIfEmpty(Mono.error(() -> conflict("APPEAL_OPEN")));
  }

  private Mono<Appeal> add(Appeal appeal, String key) {
    return appeals
        .add(appeal, key)
        .delayUntil(
            added -> telling.tell(Notice.of(APPEAL_RECEIVED, added.application(), added.due())))
        .as(transaction::transactional);
  }

  private Mono<Boolean> mayObject(Application application, Question question) {
    var decision = question.decision();
    return decision == null
        ? Mono.just(true)
        : appeals
            .mayObject(application.id(), decision)
            .switchIfEmpty(Mono.error(ProblemException::notFound))
            .filter(may -> may)
            .switchIfEmpty(Mono.error(() -> conflict("APPEAL_TOO_LATE")));
  }

  private Appeal appeal(
      SignedIn who, Application application, Question question, String text, Instant now) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return new Appeal(
        id,
        Reference.random(random),
        application.id(),
        question.decision(),
        Account.of(who),
        application.operator(),
        sealing.seal(text, asked(id)),
        null,
        null,
        null,
        now,
        hours.afterDays(now, rules.answerDays()),
        null,
        null);
  }

  Mono<List<AppealAnswer>> mine(SignedIn who, @Nullable UUID before) {
    return appeals.of(Account.of(who), before, PAGE).map(this::open).collectList();
  }

  /** One that is about an application somebody may act for, whoever asked it. */
  Mono<AppealAnswer> one(SignedIn who, UUID id) {
    return appeals
        .one(id)
        .flatMap(appeal -> applying.own(who, appeal.application()).thenReturn(appeal))
        .map(this::open)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** All about an application that somebody may act for, the newest first. */
  public Mono<List<AppealAnswer>> about(SignedIn who, UUID application) {
    return applying
        .own(who, application)
        .flatMapMany(own -> appeals.about(own.id(), MOST_ABOUT_ONE))
        .map(this::open)
        .collectList();
  }

  /** What was decided of an application and can still be objected to, the newest first. */
  Mono<List<Decision>> objectionable(Application application) {
    return applications
        .now()
        .flatMap(now ->
            decisions.of(application.id()).filter(decision -> isOpen(decision, now)).collectList());
  }

  private static boolean isOpen(Decision decision, Instant now) {
    var until = decision.appealUntil();
    return until != null && until.isAfter(now);
  }

  /** With what was asked and answered. */
  AppealAnswer open(Appeal appeal) {
    var answer = appeal.answer();
    return AppealAnswer.of(
        appeal,
        sealing.open(appeal.asked(), asked(appeal.id())),
        answer == null ? null : sealing.open(answer, answered(appeal.id())));
  }

  byte[] sealedAnswer(UUID appeal, String text) {
    return sealing.seal(text, answered(appeal));
  }

  private static String asked(UUID appeal) {
    return "appeal/" + appeal + "/asked";
  }

  private static String answered(UUID appeal) {
    return "appeal/" + appeal + "/answer";
  }

  private static ProblemException invalid(Reason reason) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", List.of(reason));
  }

  private static ProblemException conflict(String code) {
    return new ProblemException(HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of(code)));
  }
}
