package city.huiwei.booking.batch;

import city.huiwei.booking.place.ClosedPeriods;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Ends a batch that is placed: what is left over opens at a moment nobody can guess. */
@Service
public class Settling {

  private final Batches batches;
  private final Entries entries;
  private final ClosedPeriods closed;
  private final Duration opening;

  Settling(Batches batches, Entries entries, ClosedPeriods closed, BatchRules rules) {
    this.batches = batches;
    this.entries = entries;
    this.closed = closed;
    this.opening = Duration.ofHours(rules.openingHours());
  }

  /**
   * In the caller's transaction.
   *
   * @param without tickets that got no room, and have one more chance the next time
   * @return false when that was said before
   */
  public Mono<Boolean> settle(UUID batch, List<String> without) {
    return batches
        .settle(batch)
        .delayUntil(settled ->
            settled
                ? entries
                    .outcome(batch, without, Entry.Outcome.NOT_PLACED)
                    .then(closed.openSometime(batch, opening))
                : Mono.empty());
  }
}
