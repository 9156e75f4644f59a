package city.huiwei.inventory.stock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the board of what is free true: what this instance writes is on it at once, what others
 * write a moment later. A board that could not be compared with the database for a second is not
 * used.
 */
@Component
public class Following implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Following.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** So many changes are kept while a board is read; with more, the next look catches up. */
  private static final int MEANWHILE = 100_000;

  private record Seen(VacancyBoard board, long nanos) {}

  /** What this instance wrote as one version of a lane. */
  private record Change(int lane, long version, List<NightsChange> changes) {}

  private final VacantNights nights;
  private volatile @Nullable Seen seen;
  private @Nullable List<Change> meanwhile;
  private Disposable running = Disposables.disposed();

  Following(VacantNights nights) {
    this.nights = nights;
  }

  /** One version of a lane is written. */
  public synchronized void changed(int lane, long version, List<NightsChange> changes) {
    var last = seen;
    if (last != null) {
      last.board.changed(lane, version, changes);
    } else if (meanwhile != null && meanwhile.size() < MEANWHILE) {
      meanwhile.add(new Change(lane, version, changes));
    }
  }

  /**
   * Unit-nights that are taken or out of use, by pool and by so many nights from today on; absent
   * where what is remembered is not of today or not true to a second.
   */
  public Optional<Map<String, long[]>> taken(
      String programme, LocalDate today, List<Integer> nights) {
    return board()
        .filter(board -> board.begins(today))
        .map(board -> board.taken(programme, nights));
  }

  /** The board, when it is true to a second. */
  Optional<VacancyBoard> board() {
    var last = seen;
    return last == null || System.nanoTime() - last.nanos > FRESH.toNanos()
        ? Optional.empty()
        : Optional.of(last.board);
  }

  /** Compares the board with the database and brings it up to date. */
  Mono<Void> follow() {
    var asked = System.nanoTime();
    return nights
        .moment()
        .flatMap(now -> {
          var last = seen;
          if (last == null || !last.board.isOf(now.stock(), now.today())) {
            forget();
            return nights
                .board()
                .flatMap(board -> upToDate(board, now))
                .doOnNext(board -> publish(board, asked));
          }
          return upToDate(last.board, now).doOnNext(board -> publish(board, asked));
        })
        .then();
  }

  /** Nobody searches in a stock that is no more. */
  private synchronized void forget() {
    seen = null;
    meanwhile = new ArrayList<>();
  }

  /**
   * Shows a board with what was written while it was read: an answer that says "held" is followed
   * by one that counts it.
   */
  private synchronized void publish(VacancyBoard board, long asked) {
    if (meanwhile != null) {
      meanwhile.forEach(it -> board.changed(it.lane, it.version, it.changes));
      meanwhile = null;
    }
    seen = new Seen(board, asked);
  }

  private Mono<VacancyBoard> upToDate(VacancyBoard board, VacantNights.Moment now) {
    return Flux.fromIterable(now.lanes().entrySet())
        .concatMap(lane -> {
          int number = lane.getKey();
          long from = board.version(number);
          long upTo = lane.getValue();
          return from >= upTo
              ? Mono.<Void>empty()
              : nights
                  .since(number, from, upTo)
                  .doOnNext(changes -> board.changed(number, from, upTo, changes))
                  .then();
        })
        .then(Mono.just(board));
  }

  @Override
  public void start() {
    running =
        Flux.interval(Duration.ZERO, PAUSE)
            .onBackpressureDrop()
            .concatMap(
                _ ->
                    follow()
                        .doOnError(error -> log.warn("not followed: {}", error.toString()))
                        .onErrorComplete(),
                1)
            .subscribe();
  }

  @Override
  public void stop() {
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return !running.isDisposed();
  }
}
