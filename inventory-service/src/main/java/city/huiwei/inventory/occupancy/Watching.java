package city.huiwei.inventory.occupancy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.OccupancySheet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows staff what is taken and free, and tells them when it changed. */
@Service
public class Watching {

  private static final int MOST_NIGHTS = 90;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Nights nights;
  private final Clock clock;
  private final Flux<Long> changes;

  Watching(Nights nights, Clock clock) {
    this.nights = nights;
    this.clock = clock;
    // One question each half second for all who watch, and none when nobody does.
    this.changes =
        Flux.interval(Duration.ZERO, PAUSE)
            .onBackpressureDrop()
            .concatMap(_ -> nights.lastChange().onErrorComplete())
            .distinctUntilChanged()
            .replay(1)
            .refCount(1, PAUSE);
  }

  /**
   * Sites by nights.
   *
   * @param operator only this operator's sites; all when absent
   * @param count nights, 1 to 90
   */
  public Mono<OccupancySheet> sheet(
      String programme,
      @Nullable String operator,
      @Nullable String district,
      @Nullable LocalDate from,
      int count) {
    if (count < 1 || count > MOST_NIGHTS) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "invalid-request",
              List.of(
                  new Reason(
                      "NIGHTS_OUT_OF_RANGE", "nights", Map.of("most", MOST_NIGHTS, "least", 1)))));
    }
    var first = from == null ? LocalDate.now(clock) : from;
    return nights
        .rows(programme, operator, district, first, count)
        .collectList()
        .map(rows -> new OccupancySheet(programme, first, count, clock.instant(), rows));
  }

  /** The number of the latest change, again whenever it grew. */
  public Flux<Long> changes() {
    return changes;
  }
}
