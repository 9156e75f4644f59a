package city.huiwei.booking.estimate;

import static java.util.stream.Collectors.toSet;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Estimates how long somebody waits from what was seen of the list in the last year. What is
 * counted for the whole list is remembered for a minute.
 */
@Service
public class Estimating {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_LISTS = 16;

  /** Of those who wait before somebody, the nearest are asked whether they want the same places. */
  private static final int MOST_NEIGHBOURS = 200;

  private final Movements movements;
  private final Listing listing;
  private final ToldWaits told;
  private final WaitingTime waitingTime;
  private final AsyncLoadingCache<ApplicationProgramme, SeenList> seen;

  Estimating(Movements movements, Listing listing, ToldWaits told, WaitingTimeRules rules) {
    this.movements = movements;
    this.listing = listing;
    this.told = told;
    this.waitingTime = rules.waitingTime();
    this.seen =
        Caffeine.newBuilder()
            .maximumSize(MOST_LISTS)
            .refreshAfterWrite(REMEMBERED)
            .buildAsync((programme, _) -> look(programme).toFuture());
  }

  /**
   * @param asker who asks, standing in the list
   * @param ahead how many wait before them
   */
  public Mono<Estimate> estimate(ApplicationProgramme programme, Asker asker, long ahead) {
    return Mono.fromFuture(() -> seen.get(programme))
        .flatMap(list -> {
          var fitting = list.fitting(programme, asker.need());
          return movements
              .vacancies(programme.code(), pools(fitting))
              .collectList()
              .flatMap(vacancies ->
                  vacancies.size() < waitingTime.leastVacancies()
                      ? Mono.just(unknown(vacancies))
                      : competition(programme, asker, fitting)
                          .map(part -> list.history(asker, ahead, vacancies, part))
                          .map(history -> waitingTime.estimate(history, asker.seed())));
        });
  }

  /** What somebody is told for the first time is kept, to be held against what comes true. */
  public Mono<Estimate> tell(UUID application, String programme, Estimate estimate) {
    return estimate instanceof Estimate.Interval interval
        ? told.add(application, programme, interval).thenReturn(estimate)
        : Mono.just(estimate);
  }

  Mono<List<Calibration>> calibrations() {
    return told.calibrations().collectList();
  }

  /** All places of a programme as they were within the last minutes. */
  public Mono<List<Place>> places(ApplicationProgramme programme) {
    return Mono.fromFuture(() -> seen.get(programme)).map(SeenList::places);
  }

  private Estimate unknown(List<LocalDate> vacancies) {
    return new Estimate.Unknown(vacancies.size(), waitingTime.leastVacancies());
  }

  private static Set<String> pools(List<Place> places) {
    return places.stream().map(Place::pool).collect(toSet());
  }

  /** Which part of those ahead could take one of these places; all of them when nobody is ahead. */
  private Mono<Double> competition(
      ApplicationProgramme programme, Asker asker, List<Place> fitting) {
    var known = new HashMap<Answers, Double>();
    return movements
        .needsAhead(programme.code(), asker.ranking(), MOST_NEIGHBOURS)
        .map(need ->
            known.computeIfAbsent(need, _ -> couldTakeOne(programme, need, fitting) ? 1.0 : 0.0))
        .collectList()
        .map(each -> each.stream().mapToDouble(Double::doubleValue).average().orElse(1));
  }

  private static boolean couldTakeOne(
      ApplicationProgramme programme, Answers need, List<Place> places) {
    return places.stream().anyMatch(place -> programme.misfits(need, place).isEmpty());
  }

  private Mono<SeenList> look(ApplicationProgramme programme) {
    return Mono.zip(
            movements.today(),
            movements.arrivals(programme.code()).collectList(),
            movements.withdrawals(programme.code()).collectList(),
            listing.all(programme.code()))
        .map(all -> new SeenList(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
  }
}
