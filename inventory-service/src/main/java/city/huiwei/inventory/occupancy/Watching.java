package city.huiwei.inventory.occupancy;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.OccupancySheet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows staff what is taken and free, and tells them when it changed. */
@Service
public class Watching {

  private static final int MOST_NIGHTS = 90;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Who watches is told at most so often; what happens meanwhile is told together. */
  private static final Duration REST = Duration.ofMillis(400);

  /** More would only take what bookings need. */
  private static final int MOST_WATCHERS = 1_000;

  private final Nights nights;
  private final Clock clock;
  private final Changes changes;
  private final Flux<Change> heard;
  private final AtomicInteger watchers = new AtomicInteger();

  Watching(Nights nights, Changes changes, Clock clock) {
    this.nights = nights;
    this.changes = changes;
    this.clock = clock;
    // One question each quarter of a second for all who watch, and none when nobody does.
    this.heard = Flux.defer(this::listen).replay(1).refCount(1, PAUSE);
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

  /**
   * The number of the latest change, again whenever it grew; at once for who begins to watch, so
   * that nothing is missed between a page and its news.
   *
   * @param site only what changes there; everywhere when absent
   */
  public Flux<Long> changes(@Nullable String site) {
    return Flux.defer(() -> {
      if (watchers.incrementAndGet() > MOST_WATCHERS) {
        watchers.decrementAndGet();
        return Flux.error(ProblemException.busy(Duration.ofSeconds(30)));
      }
      return heard
          .index()
          .filter(each -> each.getT1() == 0 || site == null || each.getT2().isAt(site))
          .map(each -> each.getT2().number())
          .onBackpressureLatest()
          .concatMap(Watching::withRest, 1)
          .doFinally(_ -> watchers.decrementAndGet());
    });
  }

  private static Flux<Long> withRest(long number) {
    return Flux.just(number).concatWith(Mono.delay(REST).then(Mono.empty()));
  }

  private Flux<Change> listen() {
    var last = new AtomicReference<Versions>();
    return Flux.interval(Duration.ZERO, PAUSE)
        .onBackpressureDrop()
        .concatMap(_ -> changes.versions().flatMap(now -> change(last, now)).onErrorComplete());
  }

  private Mono<Change> change(AtomicReference<Versions> last, Versions now) {
    var before = last.get();
    if (before == null || now.hasOtherStock(before)) {
      last.set(now);
      return Mono.just(new Change(now.sum(), true, Set.of()));
    }
    return now.raisedLanes(before).isEmpty()
        ? Mono.empty()
        : changes
            .sites(before, now)
            .doOnNext(_ -> last.set(now))
            .map(sites -> new Change(now.sum(), false, Set.copyOf(sites)));
  }
}
