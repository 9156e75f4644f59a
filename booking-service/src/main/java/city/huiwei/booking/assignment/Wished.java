package city.huiwei.booking.assignment;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;

/**
 * A wish of a list, the dearest first.
 *
 * @param slackDays so many days earlier or later would do
 * @param leastNights a part of so many nights would do; all of them where no part would
 */
record Wished(String pool, LocalDate from, LocalDate to, int slackDays, int leastNights) {

  Span.Shape shape() {
    return new Span.Shape(Math.toIntExact(DAYS.between(from, to)), slackDays, leastNights);
  }

  /** The stays that would do, the best first. */
  List<Stay> stays() {
    return shape().spans().stream().map(this::stay).toList();
  }

  Stay stay(Span span) {
    return new Stay(pool, from.plusDays(span.from()), from.plusDays(span.to()));
  }
}
