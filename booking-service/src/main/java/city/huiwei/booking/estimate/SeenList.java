package city.huiwei.booking.estimate;

import static java.util.Comparator.naturalOrder;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was seen of a whole list until today, and the places it is for; pure. */
record SeenList(
    LocalDate today, List<Movement> arrivals, List<Movement> withdrawals, List<Place> places) {

  SeenList {
    arrivals = inOrder(arrivals);
    withdrawals = inOrder(withdrawals);
  }

  private static List<Movement> inOrder(List<Movement> movements) {
    return movements.stream().sorted(Comparator.comparing(Movement::day)).toList();
  }

  List<Place> fitting(ApplicationProgramme programme, Answers need) {
    return places.stream().filter(place -> programme.misfits(need, place).isEmpty()).toList();
  }

  /**
   * The list as one sees it who stands in it.
   *
   * @param part of those who rank higher that could take the same places; the others do not count
   */
  QueueHistory history(Asker asker, long ahead, List<LocalDate> vacancies, double part) {
    return new QueueHistory(
        from(vacancies),
        today,
        vacancies,
        days(arrivals, it -> it.isAheadOf(asker.category(), asker.points()), part),
        days(
            withdrawals,
            it ->
                it.isAheadOf(asker.category(), asker.points())
                    || it.isLevelWith(asker.category(), asker.points()),
            part),
        Math.toIntExact(Math.round(ahead * part)));
  }

  /** The first day on which anything was seen. */
  private LocalDate from(List<LocalDate> vacancies) {
    return Stream.of(
            arrivals.stream().map(Movement::day),
            withdrawals.stream().map(Movement::day),
            vacancies.stream())
        .flatMap(day -> day)
        .min(naturalOrder())
        .orElse(today);
  }

  /** A day for each of them, as far as they count: that part, spread evenly. */
  private static List<LocalDate> days(
      List<Movement> movements, Predicate<Movement> which, double part) {
    var days = new ArrayList<LocalDate>();
    long seen = 0;
    for (var movement : movements.stream().filter(which).toList()) {
      var before = (long) Math.floor(seen * part);
      seen += movement.count();
      var counted = (int) ((long) Math.floor(seen * part) - before);
      days.addAll(Collections.nCopies(counted, movement.day()));
    }
    return days;
  }
}
