package city.huiwei.booking.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hours of a working day and the holidays of the years, as published; each has its source in
 * {@code rules/work-calendar.yaml}.
 */
@ConfigurationProperties("huiwei.work-calendar")
public record WorkCalendarRules(
    String version, @DefaultValue List<Shift> shifts, @DefaultValue List<Year> years) {

  /**
   * The holidays of a year.
   *
   * @param published whether the State Council has named them all, with the days worked instead
   */
  public record Year(
      int year,
      boolean published,
      String source,
      @DefaultValue List<Holiday> holidays,
      @DefaultValue List<LocalDate> makeUpDays) {

    public Year {
      if (!Stream.concat(holidays.stream().flatMap(Holiday::days), makeUpDays.stream())
          .allMatch(day -> day.getYear() == year)) {
        throw new IllegalArgumentException("a day of " + year + " is in another year");
      }
    }
  }

  /** Days on which nobody works, the last of them included, as the notice has it. */
  public record Holiday(String name, LocalDate first, LocalDate last) {

    public Holiday {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(name + " ends before it begins");
      }
    }

    Stream<LocalDate> days() {
      return first.datesUntil(last.plusDays(1));
    }
  }

  public WorkCalendarRules {
    if (years.stream().map(Year::year).distinct().count() != years.size()) {
      throw new IllegalArgumentException("work calendar: a year is there twice");
    }
    workingHours(shifts, years, ZoneId.of("UTC"));
  }

  /** The deadlines of a city in that zone. */
  public WorkingHours workingHours(ZoneId zone) {
    return workingHours(shifts, years, zone);
  }

  private static WorkingHours workingHours(List<Shift> shifts, List<Year> years, ZoneId zone) {
    var calendar =
        new WorkCalendar(
            days(years, year -> year.holidays().stream().flatMap(Holiday::days)),
            days(years, year -> year.makeUpDays().stream()),
            years.stream().filter(Year::published).map(Year::year).collect(Collectors.toSet()));
    return new WorkingHours(calendar, shifts, zone);
  }

  private static Set<LocalDate> days(List<Year> years, Function<Year, Stream<LocalDate>> days) {
    return years.stream().flatMap(days).collect(Collectors.toSet());
  }
}
