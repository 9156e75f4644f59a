package city.huiwei.booking.offer;

import city.huiwei.booking.allocation.StartUpReserveRules;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.calendar.WorkingHours;
import city.huiwei.booking.place.Listing;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.SharedRoom;
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
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** Offers each place that is free to the first who waits for one like it. */
@Service
public class Offering {

  /** A place is offered when nobody has it for as long as inventory can tell. */
  private static final int FREE_DAYS = 366;

  /** Of those who wait, so many are looked at together. */
  private static final int PAGE = 2_000;

  private static final int AT_ONCE = 8;

  /** After so long a list is gone through again although nothing in it has changed. */
  private static final Duration LULL = Duration.ofSeconds(30);

  /** Of the days on which somebody is known to leave, so many are looked at. */
  private static final int MOST_DAYS = 30;

  private final Lulls lulls = new Lulls(LULL);
  private final Listing listing;
  private final Offers offers;
  private final WaitingLists waiting;
  private final Applications applications;
  private final Stepping stepping;
  private final Carrying carrying;
  private final LetAreas areas;
  private final StartUpReserveRules reserve;
  private final Residences residences;
  private final WorkingHours hours;
  private final Clock clock;

  Offering(
      Listing listing,
      Offers offers,
      WaitingLists waiting,
      Applications applications,
      Stepping stepping,
      Carrying carrying,
      LetAreas areas,
      StartUpReserveRules reserve,
      Residences residences,
      WorkingHours hours,
      Clock clock) {
    this.listing = listing;
    this.offers = offers;
    this.waiting = waiting;
    this.applications = applications;
    this.stepping = stepping;
    this.carrying = carrying;
    this.areas = areas;
    this.reserve = reserve;
    this.residences = residences;
    this.hours = hours;
    this.clock = clock;
  }

  /** One round: offers all that is free, as far as somebody waits for it; how many offers came. */
  public Mono<Long> offer(ApplicationProgramme programme) {
    return applications
        .now()
        .map(now -> now.atZone(clock.getZone()).toLocalDate())
        .flatMap(today ->
            knowStock(programme)
                .thenMany(Mono.just(today))
                // Who leaves has said when: the place is offered for that day.
                .concatWith(
                    Flux.defer(
                        () -> residences.futureVacancies(programme.code(), today, MOST_DAYS)))
                .concatMap(begins -> offer(programme, begins))
                .reduce(0L, Long::sum));
  }

  private Mono<Long> offer(ApplicationProgramme programme, LocalDate begins) {
    var list = programme.code() + " " + begins;
    return waiting
        .changes()
        .zipWhen(_ -> free(programme, begins))
        .filter(both -> lulls.isOver(list, both.getT2(), both.getT1()))
        .flatMap(both ->
            give(programme, both.getT2())
                .elapsed()
                .doOnNext(made ->
                    lulls.note(
                        list,
                        both.getT2(),
                        both.getT1(),
                        made.getT2(),
                        Duration.ofMillis(made.getT1())))
                .map(Tuple2::getT2))
        .defaultIfEmpty(0L);
  }

  private Mono<Long> give(ApplicationProgramme programme, Free now) {
    var round = Round.of(programme, now);
    return pass(programme, round, "")
        .then(Mono.defer(() -> make(programme, round.matches(), now.listed())));
  }

  private Mono<Free> free(ApplicationProgramme programme, LocalDate begins) {
    return applications
        .now()
        .flatMap(listed ->
            Mono.zip(
                    listing.free(programme.code(), begins, end(begins)),
                    offers.sexes(programme.code(), begins),
                    areas.now(programme.code()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(all ->
                    new Free(
                        listed,
                        all.getT1(),
                        all.getT2(),
                        reserve.reserve(),
                        all.getT3().orElse(null))));
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
  private Mono<Void> pass(ApplicationProgramme programme, Round round, String after) {
    return round.isEmpty()
        ? Mono.empty()
        : waiting
            .page(programme.code(), after, PAGE)
            .collectList()
            .doOnNext(round::give)
            .filter(page -> page.size() == PAGE)
            .flatMap(page -> pass(programme, round, page.getLast().ranking()));
  }

  private Mono<Long> make(
      ApplicationProgramme programme, List<Round.Match> matches, Instant listed) {
    var deadline = hours.after(listed, Duration.ofHours(programme.answerHours()));
    return Flux.fromIterable(matches)
        .map(match -> proposal(programme, match, listed, deadline))
        .flatMapSequential(
            offer -> stepping.propose(offer).flatMap(made -> carrying.on(made).onErrorReturn(made)),
            AT_ONCE)
        .count();
  }

  private Offer proposal(
      ApplicationProgramme programme, Round.Match match, Instant listed, Instant deadline) {
    var places = match.places();
    var waiter = match.waiter();
    var first = places.getFirst();
    return new Offer(
        UuidCreator.getTimeOrderedEpoch(),
        waiter.application(),
        programme.code(),
        waiter.party(),
        places.stream().map(Place::pool).toList(),
        first.site(),
        first.operator(),
        List.of(),
        first.from(),
        null,
        null,
        LeasedArea.of(programme, waiter.need(), places),
        Offer.State.PROPOSED,
        deadline,
        null,
        grounds(programme, match, listed));
  }

  private static Offer.Grounds grounds(
      ApplicationProgramme programme, Round.Match match, Instant listed) {
    var room = programme.sharedRoom(match.places().getFirst()).map(SharedRoom::code).orElse(null);
    var sex = room == null ? null : programme.sharesAs(match.waiter().need());
    return new Offer.Grounds(match.waiter().ranking(), listed, room, sex);
  }
}
