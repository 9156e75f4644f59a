package city.huiwei.booking.agenda;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar.
 *
 * @param id the same each time, so that a calendar that knows it changes it
 * @param place where it is; absent where inventory does not say so now
 */
record Entry(String id, String summary, @Nullable String place, When when, Certainty certainty) {

  /** Whether it is so. */
  enum Certainty {
    SURE,
    NOT_YET,
    CALLED_OFF
  }

  /** Days, or a moment of one. */
  sealed interface When {

    /** Whole days up to the first that is not one of them. */
    record Days(LocalDate from, LocalDate to) implements When {

      static Days only(LocalDate day) {
        return new Days(day, day.plusDays(1));
      }
    }

    record Moment(Instant at) implements When {}
  }
}
