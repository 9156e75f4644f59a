package city.huiwei.booking.duplicate;

import static city.huiwei.booking.notice.Notice.Kind.APPLICATION_JOINED;
import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Decision;
import city.huiwei.booking.application.Decisions;
import city.huiwei.booking.contract.DuplicateDesk.Finding;
import city.huiwei.booking.contract.DuplicateDesk.Pair;
import city.huiwei.booking.contract.DuplicateDesk.Verdict;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets staff say whether two applications are one party's; then the newer one ends. */
@Service
class Deduplicating {

  private static final int MOST = 100;
  private static final int LONGEST_NOTE = 500;

  private final Duplicates duplicates;
  private final Applications applications;
  private final Decisions decisions;
  private final Telling telling;
  private final TransactionalOperator transaction;

  Deduplicating(
      Duplicates duplicates,
      Applications applications,
      Decisions decisions,
      Telling telling,
      TransactionalOperator transaction) {
    this.duplicates = duplicates;
    this.applications = applications;
    this.decisions = decisions;
    this.telling = telling;
    this.transaction = transaction;
  }

  /** Those at one's own desk, at most a hundred. */
  Mono<List<Pair>> open(SignedIn staff) {
    return duplicates.open(requireNonNull(staff.operator()), MOST).collectList();
  }

  /** The older keeps its place, and the newer ends with a decision that can be objected to. */
  Mono<Void> resolve(SignedIn staff, Finding finding) {
    var note = finding.note().strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(new Reason("QUESTION_LENGTH", "note", Map.of("most", LONGEST_NOTE)))));
    }
    var by = Account.of(staff).toString();
    return duplicates
        .one(requireNonNull(staff.operator()), finding.older(), finding.newer())
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(
            _ -> duplicates.resolve(finding.older(), finding.newer(), finding.verdict(), note, by))
        .filter(_ -> finding.verdict() == Verdict.SAME)
        .flatMap(newer -> end(newer, by))
        .as(transaction::transactional);
  }

  private Mono<Void> end(UUID newer, String by) {
    var verdict =
        new Decisions.Verdict(
            Decision.Kind.ELIGIBILITY,
            ApplicationState.WITHDRAWN.name(),
            List.of(Reason.of("DUPLICATE_PERSON")),
            by,
            false);
    return applications
        .move(newer, ApplicationState.WITHDRAWN, by)
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of("WRONG_STATE")))))
        .zipWith(applications.now())
        .flatMap(both -> decisions.add(both.getT1(), verdict, both.getT2()))
        .flatMap(_ -> telling.tell(Notice.of(APPLICATION_JOINED, newer)));
  }
}
