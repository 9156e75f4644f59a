package city.huiwei.booking.assignment;

import city.huiwei.booking.booking.Granting;
import city.huiwei.booking.contract.BookingStatus;
import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries assignments on from wherever they are: what was written first is then done in inventory,
 * whose answer is the same however often it is asked.
 */
@Service
class Seating {

  /** Confirmed in the last moment, a room is still there to be made firm. */
  private static final Duration GRACE = Duration.ofMinutes(30);

  private static final int AT_ONCE = 8;

  private final Inventory inventory;
  private final Granting granting;
  private final Assignments assignments;

  Seating(Inventory inventory, Granting granting, Assignments assignments) {
    this.inventory = inventory;
    this.granting = granting;
    this.assignments = assignments;
  }

  /** Many at once, each from where it is. */
  Mono<Void> on(List<Assignment> many) {
    return Flux.fromIterable(in(many, Assignment.State.PROPOSED))
        .buffer(Inventory.MOST_ASKS)
        .concatMap(this::ask)
        .thenMany(Flux.fromIterable(in(many, Assignment.State.ACCEPTED)))
        .flatMap(this::book, AT_ONCE)
        .then(Mono.defer(() -> release(many)));
  }

  private static List<Assignment> in(List<Assignment> many, Assignment.State state) {
    return many.stream().filter(assignment -> assignment.state() == state).toList();
  }

  private Mono<Void> ask(List<Assignment> some) {
    return inventory
        .holds(some.stream().map(Seating::ask).toList())
        .flatMap(answers ->
            assignments
                .open(ids(answers, HoldAnswer.Held.class))
                .then(assignments.fail(ids(answers, HoldAnswer.Refused.class))))
        .then();
  }

  private static HoldAsk ask(Assignment assignment) {
    var stay = assignment.lot().stay();
    var until = assignment.deadline().plus(GRACE);
    return new HoldAsk(assignment.id(), stay.pool(), stay.from(), stay.to(), until);
  }

  private static List<UUID> ids(List<HoldAnswer> answers, Class<? extends HoldAnswer> kind) {
    return answers.stream().filter(kind::isInstance).map(HoldAnswer::hold).toList();
  }

  /** Makes its hold firm; the booking has its answer then, and the assignment too. */
  Mono<Assignment> book(Assignment accepted) {
    return granting
        .finish(accepted.id())
        .flatMap(booking ->
            booking.status() == BookingStatus.REFUSED
                ? assignments.fail(List.of(accepted.id()))
                : assignments.book(accepted.id()))
        .then(Mono.defer(() -> assignments.one(accepted.id())));
  }

  /** Gives back what is held for those who do not have it any more. */
  private Mono<Void> release(List<Assignment> many) {
    var gone =
        Stream.of(Assignment.State.DECLINED, Assignment.State.LAPSED, Assignment.State.FAILED)
            .flatMap(state -> in(many, state).stream())
            .map(Assignment::id)
            .toList();
    return Flux.fromIterable(gone)
        .flatMap(id -> inventory.release(id).thenReturn(id), AT_ONCE)
        .collectList()
        .flatMap(assignments::settled)
        .then();
  }
}
