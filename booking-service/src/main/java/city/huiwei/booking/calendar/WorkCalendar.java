package city.huiwei.booking.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which days are worked: Monday to Friday but for holidays, and the weekend days worked instead.
 *
 * @param knownYears the years whose holidays have been published; of others only what the law names
 */
public record WorkCalendar(
    Set<LocalDate> holidays, Set<LocalDate> makeUpDays, Set<Integer> knownYears) {

  /** No holiday is as long; a calendar that has one is wrong. */
  private static final int LONGEST_REST = 31;

  public WorkCalendar {
    holidays = Set.copyOf(holidays);
    makeUpDays = Set.copyOf(makeUpDays);
    knownYears = Set.copyOf(knownYears);
    if (!Collections.disjoint(holidays, makeUpDays)) {
      throw new IllegalArgumentException("a day is both a holiday and worked");
    }
  }

  public boolean isWorkday(LocalDate day) {
    return makeUpDays.contains(day) || (!isWeekend(day) && !holidays.contains(day));
  }

  /**
   * Whether all holidays of the year are here. In other years all is worked but weekends and the
   * holidays that are here nevertheless.
   */
  public boolean isKnown(int year) {
    return knownYears.contains(year);
  }

  /** The first working day that is not before this one. */
  LocalDate workdayFrom(LocalDate day) {
    return Stream.iterate(day, next -> next.plusDays(1))
        .limit(LONGEST_REST)
        .filter(this::isWorkday)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no working day follows " + day));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
  }
}
