package city.huiwei.booking.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** Hours of a working day during which people can be reached. */
public record Shift(LocalTime from, LocalTime to) {

  public Shift {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a shift ends before it begins: " + from + " to " + to);
    }
  }

  /** When it begins for somebody who comes at that time, at its end when they come too late. */
  LocalTime begin(LocalTime time) {
    return time.isAfter(to) ? to : time.isAfter(from) ? time : from;
  }

  /** How much of it is left at that time. */
  Duration left(LocalTime time) {
    return Duration.between(begin(time), to);
  }

  /** Its end belongs to it: a deadline that runs out then is met until then. */
  boolean holds(LocalTime time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }
}
