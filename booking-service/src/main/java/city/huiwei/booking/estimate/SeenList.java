package city.huiwei.booking.estimate;

import static java.util.Comparator.naturalOrder;

import city.huiwei.booking.form.Answers;
import city.huiwei.booking.programme.ApplicationProgramme;
import city.huiwei.inventory.contract.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was seen of a whole list until today, and the places it is for; pure. */
record SeenList(
    LocalDate today, List<Movement> arrivals, List<Movement> withdrawals, List<Place> places) {

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
    var inOrder = Comparator.comparing(Movement::day);
    for (var movement : movements.stream().filter(which).sorted(inOrder).toList()) {
      for (int n = 0; n < movement.count(); n++) {
        if (Math.floor((seen + 1) * part) > Math.floor(seen * part)) {
          days.add(movement.day());
        }
        seen++;
      }
    }
    return days;
  }
}
