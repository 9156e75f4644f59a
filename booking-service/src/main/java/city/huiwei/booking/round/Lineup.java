package city.huiwei.booking.round;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.childcare.ChildcareClass;
import city.huiwei.booking.childcare.Count;
import city.huiwei.booking.childcare.SeatHeld;
import city.huiwei.booking.offer.Offer;
import city.huiwei.booking.programme.Childcare;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a run, and with which list.
 *
 * @param applications of all children, those who only keep a seat included
 * @param numbers of the draw, by ticket
 * @param before what a run before gave, with what came of its offers; empty for the first run
 */
record Lineup(
    Count count,
    Map<UUID, Application> applications,
    Map<String, String> numbers,
    List<Answered> before) {

  /**
   * What a run before gave a child.
   *
   * @param state of the offer; absent where nothing was offered
   */
  record Answered(Placement placement, Offer.@Nullable State state) {}

  List<RoundFamily> families(List<Entry> entries) {
    var seats = seats();
    var answered =
        before.stream()
            .filter(each -> each.placement().family() != null)
            .collect(groupingBy(each -> requireNonNull(each.placement().family())));
    var entered =
        entries.stream()
            .flatMap(entry -> family(entry, seats).stream())
            .map(family -> asAnswered(family, answered.getOrDefault(family.entry(), List.of())))
            .flatMap(Optional::stream)
            .toList();
    var inEntries = new HashSet<UUID>();
    entered.forEach(family -> family.children().forEach(it -> inEntries.add(it.application())));
    var keeping =
        count.seats().stream()
            .map(SeatHeld::application)
            .filter(application -> !inEntries.contains(application.id()))
            .flatMap(application -> candidate(application, seats).stream())
            .filter(child -> child.seat() != null)
            .map(RoundFamily::keeping);
    return Stream.concat(entered.stream(), keeping).toList();
  }

  /** Where children have their places on the round's day; who has left by then has none. */
  private Map<UUID, String> seats() {
    var classes = count.kinds();
    return count.seats().stream()
        .flatMap(held ->
            held.seat().on(count.day(), classes).map(ChildcareClass::pool).stream()
                .map(pool -> Map.entry(held.application().id(), pool)))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
  }

  private Optional<RoundFamily> family(Entry entry, Map<UUID, String> seats) {
    var children = entry.wishes().children().stream().map(child -> at(child, seats)).toList();
    var staying = children.stream().flatMap(Optional::stream).toList();
    if (staying.isEmpty()) {
      return Optional.empty();
    }
    var keeper = staying.getFirst();
    var all = children.stream().map(child -> child.orElse(gone(keeper))).toList();
    var number = numbers.getOrDefault(entry.ticket(), RoundFamily.LAST);
    return Optional.of(
        new RoundFamily(entry.id(), number, all, RoundFamily.ranked(entry.wishes())).only(staying));
  }

  /** Holds the place of a child that takes no part any more, until the list is without it. */
  private static Candidate gone(Candidate like) {
    return new Candidate(
        new UUID(0, 0), like.account(), like.born(), like.category(), like.points(), null);
  }

  private Optional<Candidate> at(UUID child, Map<UUID, String> seats) {
    return Optional.ofNullable(applications.get(child)).flatMap(it -> candidate(it, seats));
  }

  /** Whose papers are in order and who waits; or who has a seat. */
  private static Optional<Candidate> candidate(Application it, Map<UUID, String> seats) {
    var seat = seats.get(it.id());
    var need = it.need();
    var standing = it.standing();
    return need != null
            && standing != null
            && (it.state() == ApplicationState.QUEUED || seat != null)
        ? Optional.of(
            new Candidate(
                it.id(),
                it.account(),
                Childcare.bornIn(need),
                standing.category(),
                standing.points(),
                seat))
        : Optional.empty();
  }

  /**
   * In a filling-up a family asks only for what it would rather have than what it was given; who
   * did not answer, and who has nothing to keep, does not ask.
   */
  private static Optional<RoundFamily> asAnswered(RoundFamily family, List<Answered> answers) {
    var isSilent = answers.stream().anyMatch(each -> each.state() == Offer.State.LAPSED);
    var better =
        answers.stream()
            .filter(each -> isAnswer(each.state()))
            .flatMap(each -> Stream.ofNullable(each.placement().choice()))
            .mapToInt(Integer::intValue)
            .min();
    if (isSilent) {
      var seated = family.children().stream().filter(child -> child.seat() != null).toList();
      return seated.isEmpty() ? Optional.empty() : Optional.of(family.only(seated).before(1));
    }
    return Optional.of(better.isPresent() ? family.before(better.getAsInt()) : family);
  }

  private static boolean isAnswer(Offer.@Nullable State state) {
    return state == Offer.State.REFUSED || state == Offer.State.BOOKED;
  }
}
