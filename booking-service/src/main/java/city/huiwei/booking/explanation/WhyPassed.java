package city.huiwei.booking.explanation;

import static city.huiwei.booking.application.ApplicationState.ACCEPTED;
import static city.huiwei.booking.application.ApplicationState.BOOKED;
import static city.huiwei.booking.application.ApplicationState.DORMANT;
import static city.huiwei.booking.application.ApplicationState.OFFERED;
import static city.huiwei.booking.application.ApplicationState.QUEUED;
import static java.util.stream.Collectors.toSet;

import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.booking.programme.IndustrialSpace;
import city.huiwei.booking.programme.Vacancy;
import city.huiwei.inventory.contract.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a place went past somebody who ranks before the one who was offered it, as reason codes;
 * pure. It is reckoned from facts that stay, apart from what makes the offers: where no reason is
 * found, that is said, for then a person must look.
 *
 * @param states of the one who was passed over, the earliest first
 * @param refused when they were offered what they refused, by pool
 */
record WhyPassed(
    ApplicationProgramme programme, Answers need, List<StateSince> states, List<Refused> refused) {

  /** A pool that was refused, offered at that moment. */
  record Refused(String pool, Instant offered) {}

  private static final Set<ApplicationState> HAVING = EnumSet.of(OFFERED, ACCEPTED, BOOKED);

  /** Whoever came to wait while the list was being read may not have been read. */
  private static final Duration READING = Duration.ofSeconds(10);

  /**
   * @param places of which it was, as they are described now
   */
  Set<String> reasons(GivenPlace given, List<Place> places) {
    var then = Stream.of(given.listed(), given.offered()).map(this::state).collect(toSet());
    if (then.contains(Optional.of(DORMANT))) {
      return Set.of("WAS_DORMANT");
    }
    if (then.stream().flatMap(Optional::stream).anyMatch(HAVING::contains)) {
      return Set.of("HAD_OFFER");
    }
    if (!then.equals(Set.of(Optional.of(QUEUED)))) {
      return Set.of("CAME_LATER");
    }
    var reasons = new LinkedHashSet<>(misfits(places));
    if (refused.stream().anyMatch(it -> isThis(it, given))) {
      reasons.add("REFUSED_THAT_PLACE");
    }
    if (given.roomSex() != null && !given.roomSex().equals(programme.sharesAs(need))) {
      reasons.add("NO_FIT_SEX");
    }
    if (reasons.isEmpty()) {
      reasons.add(hadJustCome(given) ? "CAME_LATER" : rest(given, places));
    }
    return reasons;
  }

  /** The state at that moment; empty before it waited for the first time. */
  private Optional<ApplicationState> state(Instant moment) {
    var queued = states.stream().filter(it -> it.state() == QUEUED).findFirst();
    return queued.isEmpty() || queued.get().at().isAfter(moment)
        ? Optional.empty()
        : states.stream()
            .filter(it -> !it.at().isAfter(moment))
            .reduce((_, later) -> later)
            .map(StateSince::state);
  }

  private boolean hadJustCome(GivenPlace given) {
    return states.stream()
        .filter(it -> it.state() == QUEUED)
        .anyMatch(it ->
            it.at().isAfter(given.listed().minus(READING)) && !it.at().isAfter(given.offered()));
  }

  private static boolean isThis(Refused refused, GivenPlace given) {
    return given.pools().contains(refused.pool()) && refused.offered().isBefore(given.listed());
  }

  /** Of several places, what is said against the one that suits best. */
  private List<String> misfits(List<Place> places) {
    return places.stream()
        .map(place -> programme.misfits(need, place))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private String rest(GivenPlace given, List<Place> places) {
    if (programme.choose(need, places.stream().map(WhyPassed::all).toList()).isEmpty()) {
      return "NO_FIT_TOGETHER";
    }
    return given.isStartUps() && !IndustrialSpace.isStartUps(need)
        ? "START_UP_RESERVE"
        : "PASSED_WITHOUT_REASON";
  }

  private static Vacancy all(Place place) {
    return new Vacancy(place, place.units());
  }
}
