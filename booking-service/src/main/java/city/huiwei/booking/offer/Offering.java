package city.huiwei.booking.offer;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.booking.residence.LeasedArea;
import city.huiwei.booking.residence.LetAreas;
import city.huiwei.booking.residence.Residences;
import city.huiwei.inventory.contract.Place;
import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Offers each place that is free to the first who waits for one like it. */
@Service
public class Offering {

  /** A place is offered when nobody has it for as long as inventory can tell. */
  private static final int FREE_DAYS = 366;

  /** Of those who wait, so many are looked at together. */
  private static final int PAGE = 500;

  private static final int AT_ONCE = 8;

  /** Of the days on which somebody is known to leave, so many are looked at. */
  private static final int MOST_DAYS = 30;

  private final Listing listing;
  private final WaitingLists waiting;
  private final Applications applications;
  private final Stepping stepping;
  private final Carrying carrying;
  private final LetAreas areas;
  private final Residences residences;
  private final WorkingHours hours;
  private final Clock clock;

  Offering(
      Listing listing,
      WaitingLists waiting,
      Applications applications,
      Stepping stepping,
      Carrying carrying,
      LetAreas areas,
      Residences residences,
      WorkingHours hours,
      Clock clock) {
    this.listing = listing;
    this.waiting = waiting;
    this.applications = applications;
    this.stepping = stepping;
    this.carrying = carrying;
    this.areas = areas;
    this.residences = residences;
    this.hours = hours;
    this.clock = clock;
  }

  /** One round: offers all that is free, as far as somebody waits for it; how many offers came. */
  public Mono<Long> offer(ApplicationProgramme programme) {
    return applications
        .now()
        .flatMap(now -> {
          var today = now.atZone(clock.getZone()).toLocalDate();
          return knowStock(programme)
              .thenMany(Mono.just(today))
              // Who leaves has said when: the place is offered for that day.
              .concatWith(
                  Flux.defer(() -> residences.futureVacancies(programme.code(), today, MOST_DAYS)))
              .concatMap(begins -> offer(programme, begins, now))
              .reduce(0L, Long::sum);
        });
  }

  private Mono<Long> offer(ApplicationProgramme programme, LocalDate begins, Instant now) {
    return listing
        .free(programme.code(), begins, end(begins))
        .flatMap(places -> pass(programme, new Round(programme, places), now, ""));
  }

  private static LocalDate end(LocalDate today) {
    return today.plusDays(FREE_DAYS);
  }

  /** Where area is counted, all of it must be known before some is leased. */
  private Mono<Void> knowStock(ApplicationProgramme programme) {
    return listing
        .all(programme.code())
        .map(places ->
            places.stream()
                .flatMap(place ->
                    programme.leasedSquareMetres(place).map(area -> all(area, place)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .filter(stock -> stock.signum() > 0)
        .flatMap(stock -> areas.stock(programme.code(), stock));
  }

  private static BigDecimal all(BigDecimal area, Place place) {
    return area.multiply(BigDecimal.valueOf(place.units()));
  }

  /** Goes through those who wait, from a rank on, until nothing is left or nobody waits. */
  private Mono<Long> pass(ApplicationProgramme programme, Round round, Instant now, String after) {
    if (round.isEmpty()) {
      return Mono.just(0L);
    }
    return waiting
        .page(programme.code(), after, PAGE)
        .collectList()
        .flatMap(page ->
            make(programme, round.give(page), now)
                .zipWith(rest(programme, round, now, page), Long::sum));
  }

  private Mono<Long> rest(
      ApplicationProgramme programme, Round round, Instant now, List<Waiter> page) {
    return page.size() < PAGE
        ? Mono.just(0L)
        : Mono.defer(() -> pass(programme, round, now, page.getLast().ranking()));
  }

  private Mono<Long> make(ApplicationProgramme programme, List<Round.Match> matches, Instant now) {
    var deadline = hours.after(now, Duration.ofHours(programme.answerHours()));
    return Flux.fromIterable(matches)
        .map(match -> proposal(programme, match, now, deadline))
        .flatMapSequential(
            offer -> stepping.propose(offer).flatMap(made -> carrying.on(made).onErrorReturn(made)),
            AT_ONCE)
        .count();
  }

  private Offer proposal(
      ApplicationProgramme programme, Round.Match match, Instant now, Instant deadline) {
    var places = match.places();
    var first = places.getFirst();
    return new Offer(
        UuidCreator.getTimeOrderedEpoch(),
        match.waiter().application(),
        programme.code(),
        match.waiter().party(),
        places.stream().map(Place::pool).toList(),
        first.site(),
        first.operator(),
        List.of(),
        first.from(),
        leased(programme, match),
        Offer.State.PROPOSED,
        deadline,
        null);
  }

  /** All that is leased together; absent where no area is counted. */
  private static @Nullable LeasedArea leased(ApplicationProgramme programme, Round.Match match) {
    return match.places().stream()
        .flatMap(place -> programme.leasedSquareMetres(place).stream())
        .reduce(BigDecimal::add)
        .map(area -> new LeasedArea(area, IndustrialSpace.isStartUps(match.waiter().need())))
        .orElse(null);
  }
}
