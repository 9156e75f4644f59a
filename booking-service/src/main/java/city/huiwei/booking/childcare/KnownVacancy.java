package city.huiwei.booking.childcare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** So many places of a class become free on a day, because children grow out of it or leave. */
public record KnownVacancy(String pool, LocalDate day, int places) {

  private record Exit(String pool, LocalDate day) {}

  /** By day, then by class, from a day on and before another. */
  public static List<KnownVacancy> of(
      List<Seat> seats, List<ChildcareClass> classes, LocalDate from, LocalDate to) {
    return seats.stream()
        .flatMap(seat -> seat.moves(classes).stream())
        .filter(move -> !move.day().isBefore(from) && move.day().isBefore(to))
        .collect(groupingBy(move -> new Exit(move.from(), move.day()), counting()))
        .entrySet()
        .stream()
        .map(each ->
            new KnownVacancy(
                each.getKey().pool(), each.getKey().day(), Math.toIntExact(each.getValue())))
        .sorted(Comparator.comparing(KnownVacancy::day).thenComparing(KnownVacancy::pool))
        .toList();
  }
}
