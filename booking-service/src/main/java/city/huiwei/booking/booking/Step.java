package city.huiwei.booking.booking;

import city.huiwei.booking.contract.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a booking's way, as its owner sees it.
 *
 * @param name the last part of its message key, {@code step.…}
 * @param day when it was or will be; absent where that is not known
 */
record Step(String name, @Nullable LocalDate day, State state) {

  /** Where a step stands; at most one of a booking is the next. */
  enum State {
    DONE,
    NEXT,
    LATER
  }

  /** The whole way of a booking, in order, as far as it can be known. */
  static List<Step> of(Booking booking, ZoneId city) {
    var sent = done("requested", asked(booking.id(), city));
    var confirmed = done("confirmed", null);
    var arrived = done("checked-in", booking.from());
    var leaving = booking.to();
    return switch (booking.status()) {
      case REQUESTED -> List.of(sent, next("confirmation", null));
      case REFUSED -> List.of(sent, done("refused", null));
      case CONFIRMED ->
          List.of(
              sent,
              confirmed,
              next("check-in", booking.from()),
              new Step("departure", leaving, State.LATER));
      case CANCELLED -> List.of(sent, confirmed, done("cancelled", null));
      case CHECKED_IN -> List.of(sent, confirmed, arrived, next("departure", leaving));
      case DEPARTED -> List.of(sent, confirmed, arrived, done("departed", leaving));
      case NO_SHOW -> List.of(sent, confirmed, done("no-show", booking.from()));
    };
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  public boolean isNext() {
    return state == State.NEXT;
  }

  /** The ids are UUIDv7, which begin with the milliseconds at which they were made. */
  private static LocalDate asked(UUID id, ZoneId city) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).atZone(city).toLocalDate();
  }

  private static Step done(String name, @Nullable LocalDate day) {
    return new Step(name, day, State.DONE);
  }

  private static Step next(String name, @Nullable LocalDate day) {
    return new Step(name, day, State.NEXT);
  }
}
