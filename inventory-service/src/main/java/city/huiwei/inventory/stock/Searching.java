package city.huiwei.inventory.stock;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.Place;
import city.huiwei.inventory.contract.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds places and counts what is free in them on every night asked for. */
@Service
public class Searching {

  private static final int MOST_PLACES = 200;
  private static final int MOST_NIGHTS = 366;

  private final Following following;
  private final Pools pools;
  private final Clock clock;

  Searching(Following following, Pools pools, Clock clock) {
    this.following = following;
    this.pools = pools;
    this.clock = clock;
  }

  /** A page of at most {@code limit} places. */
  public Mono<Places> places(
      String programme,
      @Nullable String district,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean free,
      @Nullable String after,
      int limit) {
    var size = Math.clamp(limit, 1, MOST_PLACES);
    return Mono.fromCallable(() -> period(from, to))
        .flatMap(period ->
            board(period)
                .map(board ->
                    Mono.just(board.search(programme, district, period, free, after, size + 1)))
                .orElseGet(() ->
                    pools.search(programme, district, period, free, after, size + 1).collectList()))
        .map(found -> page(found, size));
  }

  public Mono<Place> place(String pool, @Nullable LocalDate from, @Nullable LocalDate to) {
    return Mono.fromCallable(() -> period(from, to))
        .flatMap(period ->
            board(period)
                .flatMap(board -> board.one(pool, period))
                .map(Mono::just)
                .orElseGet(() -> pools.one(pool, period)));
  }

  /** Where there is no board for these nights, the tables answer. */
  private Optional<VacancyBoard> board(Period period) {
    return following.board().filter(board -> board.covers(period));
  }

  private static Places page(List<Place> found, int size) {
    return found.size() <= size
        ? new Places(found, null)
        : new Places(new ArrayList<>(found.subList(0, size)), found.get(size - 1).pool());
  }

  /** One night from today where nothing is said. */
  private Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
    var first = from != null ? from : today(to);
    var last = to == null ? first.plusDays(1) : to;
    if (!last.isAfter(first)) {
      throw invalid(Reason.of("PERIOD_REVERSED", "to"));
    }
    if (last.isAfter(first.plusDays(MOST_NIGHTS))) {
      throw invalid(new Reason("PERIOD_TOO_LONG", "to", Map.of("most", MOST_NIGHTS)));
    }
    return new Period(first, last);
  }

  private static ProblemException invalid(Reason reason) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", List.of(reason));
  }

  private LocalDate today(@Nullable LocalDate to) {
    var today = LocalDate.now(clock);
    return to != null && !to.isAfter(today) ? to.minusDays(1) : today;
  }
}
