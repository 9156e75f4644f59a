package city.huiwei.booking.childcare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes on a day.
 *
 * @param seats children who have a place then or before, in whichever class
 */
public record Count(LocalDate day, List<ClassCount> classes, List<SeatHeld> seats) {

  /** How many children sit in each class then. */
  static Map<String, Long> seated(
      List<SeatHeld> seats, List<ChildcareClass> classes, LocalDate day) {
    return seats.stream()
        .flatMap(held -> held.seat().on(day, classes).stream())
        .collect(groupingBy(ChildcareClass::pool, counting()));
  }

  public Optional<ClassCount> named(String pool) {
    return classes.stream().filter(each -> each.of().pool().equals(pool)).findAny();
  }

  public List<ChildcareClass> kinds() {
    return classes.stream().map(ClassCount::of).toList();
  }

  /** The same, of one operator's classes alone. */
  Count of(String operator) {
    return new Count(
        day,
        classes.stream().filter(each -> each.of().operator().equals(operator)).toList(),
        seats.stream().filter(each -> each.residence().operator().equals(operator)).toList());
  }

  /** The vacancies that are known from the day on until another. */
  List<KnownVacancy> vacancies(LocalDate to) {
    return KnownVacancy.of(seats.stream().map(SeatHeld::seat).toList(), kinds(), day, to);
  }
}
