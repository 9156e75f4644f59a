package city.huiwei.booking.estimate;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was seen of a queue, up to today, by one who stands in it.
 *
 * @param from the first day of which all is known
 * @param today the day after the last one of which all is known
 * @param vacancies days on which a place became free that fits the one who asks
 * @param arrivals days on which somebody came who ranks higher
 * @param withdrawals days on which somebody who ranks higher left the queue without a place
 * @param ahead how many rank higher today
 */
public record QueueHistory(
    LocalDate from,
    LocalDate today,
    List<LocalDate> vacancies,
    List<LocalDate> arrivals,
    List<LocalDate> withdrawals,
    int ahead) {

  public QueueHistory {
    vacancies = List.copyOf(vacancies);
    arrivals = List.copyOf(arrivals);
    withdrawals = List.copyOf(withdrawals);
    if (ahead < 0 || from.isAfter(today)) {
      throw new IllegalArgumentException("a queue of %d since %s".formatted(ahead, from));
    }
    if (!isWithin(from, today, Stream.of(vacancies, arrivals, withdrawals))) {
      throw new IllegalArgumentException("something was seen on a day that was not looked at");
    }
  }

  int days() {
    return Math.toIntExact(DAYS.between(from, today));
  }

  /**
   * For how many days, taken together, those ahead could have withdrawn: the queue is followed back
   * from today, where who left or had a place is still there and who came is not.
   */
  long daysAhead() {
    var changes = new int[days()];
    Stream.concat(vacancies.stream(), withdrawals.stream()).forEach(day -> changes[index(day)]++);
    arrivals.forEach(day -> changes[index(day)]--);
    long sum = 0;
    int there = ahead;
    for (int day = changes.length - 1; day >= 0; day--) {
      there = Math.max(0, there + changes[day]);
      sum += there;
    }
    return sum;
  }

  private int index(LocalDate day) {
    return Math.toIntExact(DAYS.between(from, day));
  }

  private static boolean isWithin(
      LocalDate from, LocalDate today, Stream<List<LocalDate>> happenings) {
    return happenings
        .flatMap(List::stream)
        .allMatch(day -> !day.isBefore(from) && day.isBefore(today));
  }
}
