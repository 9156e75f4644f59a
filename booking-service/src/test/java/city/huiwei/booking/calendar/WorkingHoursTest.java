package city.huiwei.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.huiwei.booking.RuleFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the calendar and the hours as they stand in the file of rules. */
class WorkingHoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final WorkCalendarRules RULES =
      RuleFiles.read("work-calendar", WorkCalendarRules.class);

  private final WorkingHours hours = RULES.workingHours(SHANGHAI);

  @ParameterizedTest(name = "{0}: {1} from {2} on are over at {3}")
  @CsvSource({
    "Friday evening, PT2H, 2026-11-20T16:00, 2026-11-20T18:00",
    "Friday evening, PT2H1M, 2026-11-20T16:00, 2026-11-23T09:01",
    "Friday evening, PT1S, 2026-11-20T17:59:59, 2026-11-20T18:00",
    "Friday evening, PT2S, 2026-11-20T17:59:59, 2026-11-23T09:00:01",
    "Friday evening, PT1H, 2026-11-20T18:00, 2026-11-23T10:00",
    "Friday evening, PT1H, 2026-11-20T23:00, 2026-11-23T10:00",
    "weekend, PT1H, 2026-11-21T10:00, 2026-11-23T10:00",
    "weekend, PT1H, 2026-11-22T23:59, 2026-11-23T10:00",
    "morning, PT1H, 2026-11-23T00:00, 2026-11-23T10:00",
    "morning, PT1H, 2026-11-23T08:59, 2026-11-23T10:00",
    "morning, PT1H, 2026-11-23T09:00, 2026-11-23T10:00",
    "morning, PT1H, 2026-11-23T09:01, 2026-11-23T10:01",
    "lunch break, PT1H, 2026-11-23T11:00, 2026-11-23T12:00",
    "lunch break, PT1H1M, 2026-11-23T11:00, 2026-11-23T14:01",
    "lunch break, PT2M, 2026-11-23T11:59, 2026-11-23T14:01",
    "lunch break, PT1H, 2026-11-23T12:00, 2026-11-23T15:00",
    "lunch break, PT1H, 2026-11-23T13:59:59, 2026-11-23T15:00",
    "lunch break, PT1H, 2026-11-23T14:00, 2026-11-23T15:00",
    "whole days, PT7H, 2026-11-23T09:00, 2026-11-23T18:00",
    "whole days, PT70H, 2026-11-23T09:00, 2026-12-04T18:00",
    "before a holiday, PT1H, 2026-09-30T17:00, 2026-09-30T18:00",
    "before a holiday, PT2H, 2026-09-30T17:00, 2026-10-08T10:00",
    "in a holiday, PT2H, 2026-10-07T23:59, 2026-10-08T11:00",
    "after a holiday, PT2H, 2026-10-08T00:00, 2026-10-08T11:00",
    "a holiday that is a Thursday, PT2H, 2026-09-24T17:00, 2026-09-28T10:00",
    "make-up Saturday, PT2H, 2026-10-09T17:00, 2026-10-10T10:00",
    "make-up Saturday, PT2H, 2026-10-10T17:00, 2026-10-12T10:00",
    "make-up Saturday, PT2H, 2026-02-13T17:00, 2026-02-14T10:00",
    "make-up Saturday before a holiday, PT2H, 2026-02-14T17:00, 2026-02-24T10:00",
    "make-up Sunday, PT1H, 2026-09-19T10:00, 2026-09-20T10:00",
    "an ordinary Saturday, PT1H, 2026-09-12T10:00, 2026-09-14T10:00",
    "turn of the year, PT2H, 2025-12-31T17:00, 2026-01-04T10:00"
  })
  void hoursRunWhilePeopleCanBeReached(
      String when, Duration work, LocalDateTime start, LocalDateTime end) {
    assertThat(hours.after(instant(start), work)).as(when).isEqualTo(instant(end));
  }

  @ParameterizedTest(name = "{0} working days from {1} on are over on {2}")
  @CsvSource({
    "1, 2026-11-20T16:00, 2026-11-23",
    "1, 2026-11-20T23:59:59, 2026-11-23",
    "1, 2026-11-21T00:00, 2026-11-23",
    "1, 2026-11-22T23:59:59, 2026-11-23",
    "1, 2026-11-23T00:00, 2026-11-24",
    "5, 2026-11-23T08:00, 2026-11-30",
    "1, 2026-09-30T10:00, 2026-10-08",
    "2, 2026-09-30T10:00, 2026-10-09",
    "3, 2026-09-30T10:00, 2026-10-10",
    "4, 2026-09-30T10:00, 2026-10-12",
    "1, 2026-10-07T10:00, 2026-10-08",
    "1, 2026-02-13T10:00, 2026-02-14",
    "2, 2026-02-13T10:00, 2026-02-24"
  })
  void daysEndWithTheirLastShiftAndTheFirstIsNotCounted(
      int workdays, LocalDateTime start, LocalDate end) {
    assertThat(hours.afterDays(instant(start), workdays)).isEqualTo(instant(end.atTime(18, 0)));
  }

  /** Where clocks change, the same evening is another moment; in the city it never is. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-27, 2026-03-30, PT72H, PT71H",
    "2026-10-23, 2026-10-26, PT72H, PT73H",
    "2026-06-12, 2026-06-15, PT72H, PT72H"
  })
  void noClockChangesInTheCity(
      LocalDate friday, LocalDate monday, Duration inTheCity, Duration inBerlin) {
    assertThat(weekend(SHANGHAI, friday, monday)).isEqualTo(inTheCity);
    assertThat(weekend(ZoneId.of("Europe/Berlin"), friday, monday)).isEqualTo(inBerlin);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyDeadlineIsTheOneThatCountingMinutesFinds(long seed) {
    System.out.println("working hours: seed " + seed);
    var random = new Random(seed);
    for (int n = 0; n < 300; n++) {
      var start = moment(random);
      var minutes = 1 + random.nextInt(3_000);
      var deadline = hours.after(instant(start), Duration.ofMinutes(minutes));
      assertThat(deadline).as("seed %d", seed).isEqualTo(instant(counted(start, minutes)));
      assertThat(hours.isReachable(deadline)).as("seed %d: %s", seed, deadline).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void aDeadlineInTwoStepsIsTheSame(long seed) {
    System.out.println("working hours: seed " + seed);
    var random = new Random(seed);
    for (int n = 0; n < 1_000; n++) {
      var start = instant(moment(random));
      var first = Duration.ofSeconds(1 + random.nextInt(100_000));
      var second = Duration.ofSeconds(1 + random.nextInt(100_000));
      assertThat(hours.after(hours.after(start, first), second))
          .as("seed %d", seed)
          .isEqualTo(hours.after(start, first.plus(second)))
          .isAfter(start);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59:59, false",
    "2026-11-23T09:00, true",
    "2026-11-23T12:00, true",
    "2026-11-23T12:00:01, false",
    "2026-11-23T18:00, true",
    "2026-11-23T18:00:01, false",
    "2026-11-22T10:00, false",
    "2026-10-10T10:00, true"
  })
  void peopleAreReachedInShiftsOnWorkdays(LocalDateTime moment, boolean isReachable) {
    assertThat(hours.isReachable(instant(moment))).isEqualTo(isReachable);
  }

  @Test
  void ofAYearNotPublishedWeekendsAreKnownAndWhatTheLawNames() {
    var calendar = hours.calendar();
    assertThat(List.of(2024, 2025, 2026, 2027, 2028).stream().map(calendar::isKnown))
        .containsExactly(false, true, true, false, false);
    assertThat(calendar.isWorkday(LocalDate.of(2028, 4, 29))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2028, 5, 1))).isTrue();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 2, 8))).isFalse();
  }

  /** The law gives 13 days; the notices join them to weekends and never give away a day. */
  @ParameterizedTest
  @CsvSource({"2025, 248", "2026, 248"})
  void aPublishedYearHasAsManyWorkdaysAsItsNoticeLeaves(int year, int workdays) {
    var first = LocalDate.of(year, 1, 1);
    assertThat(first.datesUntil(first.plusYears(1)).filter(hours.calendar()::isWorkday))
        .hasSize(workdays);
  }

  @Test
  void whatIsNoDeadlineOrNoCalendarIsRefused() {
    var start = instant(LocalDateTime.of(2026, 11, 23, 10, 0));
    var day = LocalDate.of(2026, 11, 23);
    var morning = new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0));
    var late = new Shift(LocalTime.of(11, 0), LocalTime.of(18, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> hours.after(start, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hours.after(start, Duration.ofHours(7_001)));
    assertThatIllegalArgumentException().isThrownBy(() -> hours.afterDays(start, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> hours.afterDays(start, 1_001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkCalendar(Set.of(day), Set.of(day), Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(hours.calendar(), List.of(morning, late), SHANGHAI));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingHours(hours.calendar(), List.of(), SHANGHAI));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shift(LocalTime.of(9, 0), LocalTime.of(9, 0)));
  }

  private static Duration weekend(ZoneId zone, LocalDate friday, LocalDate monday) {
    var there = RULES.workingHours(zone);
    var start = friday.atTime(18, 0).atZone(zone).toInstant();
    var end = there.afterDays(start, 1);
    assertThat(end.atZone(zone).toLocalDate()).isEqualTo(monday);
    return Duration.between(start, end);
  }

  /** The slow and plain way: a minute counts when it lies in a shift of a workday. */
  private LocalDateTime counted(LocalDateTime start, int minutes) {
    var moment = start;
    for (int left = minutes; left > 0; moment = moment.plusMinutes(1)) {
      var minute = moment.getHour() * 60 + moment.getMinute();
      var isInShift = (minute >= 540 && minute < 720) || (minute >= 840 && minute < 1080);
      left -= isInShift && hours.calendar().isWorkday(moment.toLocalDate()) ? 1 : 0;
    }
    return moment;
  }

  private static LocalDateTime moment(Random random) {
    return LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(2 * 365 * 24 * 60));
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(SHANGHAI).toInstant();
  }
}
