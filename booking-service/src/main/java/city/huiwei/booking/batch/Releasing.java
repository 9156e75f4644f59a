package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.contract.BatchState;
import city.huiwei.booking.contract.Way;
import city.huiwei.booking.draw.Announcing;
import city.huiwei.booking.draw.DrawRecord;
import city.huiwei.booking.person.Account;
import city.huiwei.booking.place.ClosedPeriods;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import city.huiwei.inventory.contract.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A second person publishes a draft. From that moment nobody books its units at once: first they
 * are closed, then it is looked whether so many are free, and only then is it public.
 */
@Service
class Releasing {

  /** Bookings that were on their way when the units were closed have their answer by then. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  private static final int AT_ONCE = 8;

  private final Batches batches;
  private final ClosedPeriods closed;
  private final Inventory inventory;
  private final Announcing announcing;
  private final TransactionalOperator transaction;

  Releasing(
      Batches batches,
      ClosedPeriods closed,
      Inventory inventory,
      Announcing announcing,
      TransactionalOperator transaction) {
    this.batches = batches;
    this.closed = closed;
    this.inventory = inventory;
    this.announcing = announcing;
    this.transaction = transaction;
  }

  /** An operator's batch, as its staff see it. */
  Mono<Batch> theirs(SignedIn staff, UUID id) {
    return batches
        .one(id)
        .filter(batch -> staff.worksFor(batch.operator()))
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  Mono<Batch> release(SignedIn staff, UUID id) {
    return theirs(staff, id)
        .zipWith(batches.now())
        .flatMap(
            both -> refuse(reasons(staff, both.getT1(), both.getT2())).thenReturn(both.getT1()))
        .flatMap(batch -> close(batch).then(Mono.defer(() -> publish(staff, batch))))
        .then(batches.one(id));
  }

  Mono<Batch> discard(SignedIn staff, UUID id) {
    return theirs(staff, id)
        .flatMap(batch -> batches.discard(id))
        .filter(discarded -> discarded)
        .switchIfEmpty(Mono.error(() -> conflict("BATCH_NOT_A_DRAFT")))
        .then(Mono.defer(() -> closed.reopen(id)))
        .then(batches.one(id));
  }

  private static List<Reason> reasons(SignedIn staff, Batch batch, Instant now) {
    var schedule = batch.schedule();
    return Stream.of(
            Account.of(staff).equals(batch.people().draftedBy()) ? "BATCH_NEEDS_A_SECOND" : "",
            batch.state() == BatchState.DRAFT ? "" : "BATCH_NOT_A_DRAFT",
            schedule == null || now.isBefore(schedule.registerFrom()) ? "" : "BATCH_TOO_LATE")
        .filter(code -> !code.isEmpty())
        .map(Reason::of)
        .toList();
  }

  /** Nothing is closed of what one books at once. */
  private Mono<Void> close(Batch batch) {
    return batch.way() == Way.INSTANT
        ? refuseUnlessFree(batch)
        : closed
            .close(batch.id())
            .map(pool -> new Reason("CLOSED_BY_ANOTHER", null, Map.of("pool", pool)))
            .collectList()
            .flatMap(Releasing::refuse)
            .then(Mono.delay(UNDER_WAY))
            .then(Mono.defer(() -> refuseUnlessFree(batch)))
            .onErrorResume(error -> closed.reopen(batch.id()).then(Mono.error(error)));
  }

  /** So many units as are released have to be free on every night. */
  private Mono<Void> refuseUnlessFree(Batch batch) {
    return Flux.fromIterable(batch.parts())
        .flatMap(
            part ->
                inventory
                    .place(part.pool(), part.from(), part.to())
                    .filter(place -> place.free() < part.units())
                    .map(place -> tooFew(part, place.free())),
            AT_ONCE)
        .collectList()
        .flatMap(Releasing::refuse);
  }

  private static Reason tooFew(Part part, int free) {
    return new Reason(
        "TOO_FEW_FREE", null, Map.of("pool", part.pool(), "free", free, "units", part.units()));
  }

  private Mono<Void> publish(SignedIn staff, Batch batch) {
    var isDrawn = batch.way() == Way.DRAW;
    var by = Account.of(staff);
    return batches
        .release(batch.id(), by)
        .filter(released -> released)
        .switchIfEmpty(Mono.error(() -> conflict("BATCH_NOT_A_DRAFT")))
        .delayUntil(_ -> isDrawn ? announce(batch, by) : Mono.empty())
        .then()
        .as(transaction::transactional);
  }

  /** The office is bound to its seed before anybody can register. */
  private Mono<DrawRecord> announce(Batch batch, UUID by) {
    return announcing.announce(Drawn.of(batch, new Round.None()), by.toString());
  }

  private static Mono<Void> refuse(List<Reason> reasons) {
    return reasons.isEmpty()
        ? Mono.empty()
        : Mono.error(new ProblemException(HttpStatus.CONFLICT, "batch-not-released", reasons));
  }

  private static ProblemException conflict(String code) {
    return new ProblemException(HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of(code)));
  }
}
