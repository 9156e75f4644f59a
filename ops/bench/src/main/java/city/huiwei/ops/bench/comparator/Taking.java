package city.huiwei.ops.bench.comparator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes a place in the pool's turn. */
@Service
class Taking {

  private final PoolLocks locks;
  private final Bookings bookings;
  private final TransactionalOperator transaction;

  Taking(PoolLocks locks, Bookings bookings, TransactionalOperator transaction) {
    this.locks = locks;
    this.bookings = bookings;
    this.transaction = transaction;
  }

  /** The booking's number; empty when there is no place or the person has one. */
  Mono<Long> take(Wish wish) {
    // The transaction commits before the lock is given back.
    return locks.inTurn(wish.pool(), transaction.transactional(Mono.defer(() -> write(wish))));
  }

  private Mono<Long> write(Wish wish) {
    return bookings
        .lockPool(wish.pool())
        .then(bookings.freeNights(wish))
        .filter(free -> free == wish.nights())
        .flatMap(_ -> bookings.add(wish))
        .delayUntil(_ -> bookings.countUp(wish));
  }
}
