package city.huiwei.booking.place;

import java.time.LocalDate;

/** Nights of a pool that nobody books at once. */
record ClosedPeriod(String pool, LocalDate from, LocalDate to) {

  boolean closes(String other, LocalDate first, LocalDate last) {
    return pool.equals(other) && from.isBefore(last) && first.isBefore(to);
  }
}
