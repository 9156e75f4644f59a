package city.huiwei.booking.appeal;

import static city.huiwei.booking.notice.Notice.Kind.APPEAL_ANSWERED;
import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Decisions;
import city.huiwei.booking.application.Voicing;
import city.huiwei.booking.contract.AppealDesk.AppealFile;
import city.huiwei.booking.contract.AppealDesk.AppealLine;
import city.huiwei.booking.contract.AppealDesk.Figures;
import city.huiwei.booking.contract.AppealDesk.Outcome;
import city.huiwei.booking.contract.AppealDesk.Owner;
import city.huiwei.booking.contract.AppealDesk.Resolution;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staff take appeals and requests of their operator and answer them; nobody judges their own. */
@Service
class Resolving {

  private static final int PAGE = 100;
  private static final int LONGEST = 4_000;

  private final Appeals appeals;
  private final Appealing appealing;
  private final Applications applications;
  private final Decisions decisions;
  private final Voicing voicing;
  private final Telling telling;
  private final TransactionalOperator transaction;

  Resolving(
      Appeals appeals,
      Appealing appealing,
      Applications applications,
      Decisions decisions,
      Voicing voicing,
      Telling telling,
      TransactionalOperator transaction) {
    this.appeals = appeals;
    this.appealing = appealing;
    this.applications = applications;
    this.decisions = decisions;
    this.voicing = voicing;
    this.telling = telling;
    this.transaction = transaction;
  }

  /** The open ones, those that are due first; at most a hundred. */
  Mono<List<AppealLine>> open(SignedIn staff) {
    return appeals
        .open(requireNonNull(staff.operator()), PAGE)
        .map(appeal -> line(appeal, staff))
        .collectList();
  }

  /** An appeal with the application and the decision that it is about. */
  Mono<AppealFile> file(SignedIn staff, UUID id, Locale locale) {
    return theirs(staff, id)
        .flatMap(appeal ->
            applications
                .one(appeal.application())
                .zipWith(
                    decisions
                        .of(appeal.application())
                        .filter(decision -> decision.id().equals(appeal.decision()))
                        .map(decision -> voicing.decision(decision, staff, locale))
                        .collectList())
                .map(both ->
                    new AppealFile(
                        line(appeal, staff),
                        Voicing.line(both.getT1()),
                        both.getT2().isEmpty() ? null : both.getT2().getFirst())));
  }

  Mono<Figures> figures(SignedIn staff) {
    return appeals.figures(requireNonNull(staff.operator()));
  }

  /** It is this person's work from now on. */
  Mono<AppealLine> take(SignedIn staff, UUID id) {
    return theirs(staff, id)
        .flatMap(appeal -> appeals.take(id, Account.of(staff).toString()))
        .switchIfEmpty(Mono.error(() -> conflict("WRONG_STATE")))
        .map(appeal -> line(appeal, staff));
  }

  Mono<AppealLine> answer(SignedIn staff, UUID id, Resolution resolution) {
    var text = resolution.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(new Reason("QUESTION_LENGTH", "text", Map.of("most", LONGEST)))));
    }
    var outcome = Appeal.Outcome.valueOf(resolution.outcome().name());
    var by = Account.of(staff).toString();
    return theirs(staff, id)
        .flatMap(appeal ->
            appeals
                .answer(id, appealing.sealedAnswer(id, text), outcome, by)
                .delayUntil(
                    answered -> telling.tell(Notice.of(APPEAL_ANSWERED, answered.application())))
                .as(transaction::transactional)
                .switchIfEmpty(
                    Mono.error(() ->
                        conflict(appeal.isOpen() ? "APPEAL_OF_OWN_DECISION" : "WRONG_STATE"))))
        .map(appeal -> line(appeal, staff));
  }

  private AppealLine line(Appeal appeal, SignedIn reader) {
    var open = appealing.open(appeal);
    var outcome = appeal.outcome();
    return new AppealLine(
        open.id(),
        open.reference(),
        open.application(),
        open.decision(),
        open.asked(),
        owner(appeal, reader),
        open.createdAt(),
        open.due(),
        open.escalatedAt(),
        open.answer(),
        outcome == null ? null : Outcome.valueOf(outcome.name()),
        open.answeredAt());
  }

  private static Owner owner(Appeal appeal, SignedIn reader) {
    var owner = appeal.owner();
    if (owner == null) {
      return Owner.NOBODY;
    }
    return owner.equals(Account.of(reader).toString()) ? Owner.ME : Owner.COLLEAGUE;
  }

  private Mono<Appeal> theirs(SignedIn staff, UUID id) {
    return appeals
        .one(id)
        .filter(appeal -> staff.worksFor(appeal.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private static ProblemException conflict(String code) {
    return new ProblemException(HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of(code)));
  }
}
