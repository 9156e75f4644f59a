package city.huiwei.booking.assignment;

import city.huiwei.booking.batch.Entries;
import city.huiwei.booking.batch.Entry;
import city.huiwei.booking.booking.Granting;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.programme.Refusal;
import city.huiwei.booking.programme.Wish;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the answer of who got a room; exactly one of answer and lapse counts. */
@Service
class Confirming {

  private static final int MOST = 50;

  private final Assignments assignments;
  private final Entries entries;
  private final Seating seating;
  private final Granting granting;
  private final TransactionalOperator transaction;

  Confirming(
      Assignments assignments,
      Entries entries,
      Seating seating,
      Granting granting,
      TransactionalOperator transaction) {
    this.assignments = assignments;
    this.entries = entries;
    this.seating = seating;
    this.granting = granting;
    this.transaction = transaction;
  }

  /** One's own, the newest first, as far as inventory has the rooms. */
  Flux<Assignment> mine(SignedIn who) {
    return assignments
        .ofAccount(Account.of(who), MOST)
        .filter(assignment -> assignment.state() != Assignment.State.PROPOSED);
  }

  Mono<Assignment> one(SignedIn who, UUID id) {
    return assignments
        .one(id)
        .filter(assignment -> assignment.winner().account().equals(Account.of(who)))
        .filter(assignment -> assignment.state() != Assignment.State.PROPOSED)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** Asked twice it is confirmed once. Whoever asks may go away: what was begun goes on. */
  Mono<Assignment> confirm(SignedIn who, UUID id) {
    var confirmed =
        one(who, id)
            .flatMap(assignment ->
                switch (assignment.state()) {
                  case BOOKED -> Mono.just(assignment);
                  case ACCEPTED -> seating.book(assignment);
                  default -> accept(assignment).flatMap(seating::book);
                });
    return Mono.fromFuture(confirmed::toFuture, true).flatMap(Confirming::unlessItFailed);
  }

  /** The nights are spent in the same transaction: nobody is told yes who cannot have it. */
  private Mono<Assignment> accept(Assignment assignment) {
    return assignments
        .accept(assignment.id())
        .delayUntil(accepted ->
            granting.write(room(accepted)).switchIfEmpty(Mono.error(NightsMissing::new)))
        .delayUntil(accepted -> remember(accepted, Entry.Outcome.PLACED))
        .as(transaction::transactional)
        .onErrorResume(NightsMissing.class, _ -> whyNot(assignment))
        .switchIfEmpty(Mono.defer(() -> acceptedMeanwhile(assignment.id())));
  }

  /** The same was asked twice at once; if it was not, it is too late. */
  private Mono<Assignment> acceptedMeanwhile(UUID id) {
    return assignments
        .one(id)
        .filter(
            it -> it.state() == Assignment.State.ACCEPTED || it.state() == Assignment.State.BOOKED)
        .switchIfEmpty(tooLate(id));
  }

  private static Granting.Room room(Assignment assignment) {
    var lot = assignment.lot();
    return new Granting.Room(
        assignment.id(),
        assignment.winner().account(),
        lot.programme(),
        lot.stay().pool(),
        lot.site(),
        lot.operator(),
        new Wish(lot.stay().from(), lot.stay().to()));
  }

  private Mono<Long> remember(Assignment assignment, Entry.Outcome outcome) {
    return entries.outcome(assignment.batch(), List.of(assignment.winner().ticket()), outcome);
  }

  /** Gives the room up; asked twice it is given up once. */
  Mono<Assignment> decline(SignedIn who, UUID id) {
    return one(who, id)
        .flatMap(assignment ->
            assignment.state() == Assignment.State.DECLINED
                ? Mono.just(assignment)
                : assignments
                    .decline(id)
                    .switchIfEmpty(tooLate(id))
                    .delayUntil(declined -> remember(declined, Entry.Outcome.DECLINED))
                    .as(transaction::transactional)
                    .delayUntil(declined -> seating.on(List.of(declined)).onErrorComplete()));
  }

  /** Why it cannot be answered: its time is over, or it was answered otherwise. */
  private <T> Mono<T> tooLate(UUID id) {
    return assignments
        .one(id)
        .map(it ->
            it.state() == Assignment.State.OPEN || it.state() == Assignment.State.LAPSED
                ? conflict("confirmation-lapsed", Reason.of("CONFIRMATION_LAPSED"))
                : conflict("wrong-state", Reason.of("WRONG_STATE")))
        .flatMap(Mono::error);
  }

  /** All reasons at once; none where it has changed since, and the same can be asked again. */
  private Mono<Assignment> whyNot(Assignment assignment) {
    return granting
        .whyNot(room(assignment))
        .flatMap(refusals ->
            Mono.error(
                refusals.isEmpty()
                    ? ProblemException.busy(Duration.ofSeconds(1))
                    : new ProblemException(
                        HttpStatus.CONFLICT,
                        refusals.getFirst().problem(),
                        refusals.stream().map(Refusal::reason).toList())));
  }

  /** Inventory did not answer in time, so that the room was gone. */
  private static Mono<Assignment> unlessItFailed(Assignment assignment) {
    return assignment.state() == Assignment.State.FAILED
        ? Mono.error(conflict("no-place-left", Reason.of("NO_PLACE_LEFT")))
        : Mono.just(assignment);
  }

  private static ProblemException conflict(String type, Reason reason) {
    return new ProblemException(HttpStatus.CONFLICT, type, List.of(reason));
  }

  /** Takes back what the transaction has written. */
  private static final class NightsMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NightsMissing() {
      super(null, null, false, false);
    }
  }
}
