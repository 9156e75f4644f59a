package city.huiwei.inventory.hold;

import city.huiwei.edge.ProblemException;
import city.huiwei.inventory.stock.Following;
import city.huiwei.inventory.stock.NightsChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Changes holds of a lane that are there, and notes it. */
@Component
class Changing {

  private final Holds holds;
  private final Refreshing refreshing;
  private final Following following;
  private final HoldSettings settings;

  Changing(Holds holds, Refreshing refreshing, Following following, HoldSettings settings) {
    this.holds = holds;
    this.refreshing = refreshing;
    this.following = following;
    this.settings = settings;
  }

  /**
   * One answer a change: the hold as it is now, empty when it can no longer be changed so. Two
   * changes of one hold come one after the other, in statements of their own.
   */
  Mono<List<Optional<Hold>>> change(int lane, LaneMemory memory, List<HoldChange> changes) {
    if (changes.isEmpty()) {
      return Mono.just(List.of());
    }
    var seen = new HashSet<UUID>();
    int upTo = 0;
    while (upTo < changes.size() && seen.add(changes.get(upTo).hold())) {
      upTo++;
    }
    var first = List.copyOf(changes.subList(0, upTo));
    var rest = List.copyOf(changes.subList(upTo, changes.size()));
    return changeEachOnce(lane, memory, first)
        .zipWith(
            Mono.defer(() -> change(lane, memory, rest)),
            (done, others) -> {
              var all = new ArrayList<>(done);
              all.addAll(others);
              return all;
            });
  }

  private Mono<List<Optional<Hold>>> changeEachOnce(
      int lane, LaneMemory memory, List<HoldChange> changes) {
    return Mono.defer(() -> refreshing.known(lane, memory))
        .then(Mono.defer(() -> holds.change(lane, changes)))
        .retryWhen(
            Retry.backoff(settings.tries(), Duration.ofMillis(2))
                .maxBackoff(Duration.ofMillis(50))
                .jitter(1)
                .filter(Holds::isCollision)
                .onRetryExhaustedThrow((_, _) -> ProblemException.busy(Duration.ofSeconds(1))))
        .doOnNext(changed -> {
          memory.note(changed.made());
          memory.wrote(changed.version());
          following.changed(lane, changed.version(), nights(changed.made()));
        })
        .map(changed ->
            changes.stream()
                .map(change -> Optional.ofNullable(changed.rows().get(change.hold())))
                .toList());
  }

  private static List<NightsChange> nights(List<HoldChange.Made> changes) {
    return changes.stream()
        .map(change -> new NightsChange(change.pool(), change.was(), change.period()))
        .toList();
  }
}
