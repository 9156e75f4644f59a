package city.huiwei.booking.appeal;

import static city.huiwei.booking.notice.Notice.Kind.APPEAL_ANSWERED;
import static java.util.Objects.requireNonNull;

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

/** Staff take appeals and requests of their operator and answer them; nobody judges their own. */
@Service
class Resolving {

  private static final int PAGE = 100;
  private static final int LONGEST = 4_000;

  private final Appeals appeals;
  private final Appealing appealing;
  private final Telling telling;
  private final TransactionalOperator transaction;

  Resolving(
      Appeals appeals, Appealing appealing, Telling telling, TransactionalOperator transaction) {
    this.appeals = appeals;
    this.appealing = appealing;
    this.telling = telling;
    this.transaction = transaction;
  }

  /** What staff answer. */
  record Resolution(Appeal.Outcome outcome, String text) {}

  /** The open ones, those that are due first; at most a hundred. */
  Mono<List<AppealAnswer>> open(SignedIn staff) {
    return appeals.open(requireNonNull(staff.operator()), PAGE).map(appealing::open).collectList();
  }

  Mono<Appeals.Figures> figures(SignedIn staff) {
    return appeals.figures(requireNonNull(staff.operator()));
  }

  /** It is this person's work from now on. */
  Mono<AppealAnswer> take(SignedIn staff, UUID id) {
    return theirs(staff, id)
        .flatMap(appeal -> appeals.take(id, Account.of(staff).toString()))
        .switchIfEmpty(Mono.error(() -> conflict("WRONG_STATE")))
        .map(appealing::open);
  }

  Mono<AppealAnswer> answer(SignedIn staff, UUID id, Resolution resolution) {
    var text = resolution.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(new Reason("QUESTION_LENGTH", "text", Map.of("most", LONGEST)))));
    }
    var by = Account.of(staff).toString();
    return theirs(staff, id)
        .flatMap(appeal ->
            appeals
                .answer(id, appealing.sealedAnswer(id, text), resolution.outcome(), by)
                .delayUntil(
                    answered -> telling.tell(Notice.of(APPEAL_ANSWERED, answered.application())))
                .as(transaction::transactional)
                .switchIfEmpty(
                    Mono.error(() ->
                        conflict(appeal.isOpen() ? "APPEAL_OF_OWN_DECISION" : "WRONG_STATE"))))
        .map(appealing::open);
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
