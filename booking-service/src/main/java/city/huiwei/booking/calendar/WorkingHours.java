package city.huiwei.booking.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Deadlines that run while people can be reached. A deadline is the first moment that is too late;
 * it lies in a shift or at its end.
 *
 * @param shifts of a working day, in their order
 */
public record WorkingHours(WorkCalendar calendar, List<Shift> shifts, ZoneId zone) {

  /** Whoever asks for more has mistaken the unit. */
  private static final int MOST_DAYS = 1_000;

  public WorkingHours {
    shifts = List.copyOf(shifts);
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("a working day has no hours");
    }
    for (int n = 1; n < shifts.size(); n++) {
      if (shifts.get(n).from().isBefore(shifts.get(n - 1).to())) {
        throw new IllegalArgumentException("shifts overlap or are out of order: " + shifts);
      }
    }
  }

  /**
   * The moment at which so much working time has gone by. Four hours from Friday 16:00 on are over
   * on Monday at 11:00; three hours from 9:00 on are over at 12:00, not after the lunch break.
   */
  public Instant after(Instant start, Duration work) {
    requireSound(work.isPositive() && work.compareTo(dayLength().multipliedBy(MOST_DAYS)) <= 0);
    var begin = start.atZone(zone).toLocalDateTime();
    var left = work;
    for (var day = calendar.workdayFrom(begin.toLocalDate()); ; day = workdayAfter(day)) {
      var time = day.isEqual(begin.toLocalDate()) ? begin.toLocalTime() : LocalTime.MIN;
      for (var shift : shifts) {
        if (left.compareTo(shift.left(time)) <= 0) {
          return instant(day.atTime(shift.begin(time).plus(left)));
        }
        left = left.minus(shift.left(time));
      }
    }
  }

  /**
   * The end of the last shift of the so-manieth working day after the day of the start, which is
   * not counted itself.
   */
  public Instant afterDays(Instant start, int workdays) {
    requireSound(workdays >= 1 && workdays <= MOST_DAYS);
    var day = start.atZone(zone).toLocalDate();
    for (int n = 0; n < workdays; n++) {
      day = workdayAfter(day);
    }
    return instant(day.atTime(shifts.getLast().to()));
  }

  /** Whether people can be reached at that moment. */
  public boolean isReachable(Instant moment) {
    var local = moment.atZone(zone).toLocalDateTime();
    return calendar.isWorkday(local.toLocalDate())
        && shifts.stream().anyMatch(shift -> shift.holds(local.toLocalTime()));
  }

  private LocalDate workdayAfter(LocalDate day) {
    return calendar.workdayFrom(day.plusDays(1));
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  private Duration dayLength() {
    return shifts.stream()
        .map(shift -> shift.left(LocalTime.MIN))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static void requireSound(boolean sound) {
    if (!sound) {
      throw new IllegalArgumentException(
          "a deadline lies ahead, at most %d working days".formatted(MOST_DAYS));
    }
  }
}
