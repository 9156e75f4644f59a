package city.huiwei.booking.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The dates somebody wants to stay; they need not make sense. */
public record Wish(LocalDate from, LocalDate to) {

  /** Nights from one date to the other; negative when they are reversed. */
  public long nights() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Whether some night is in both; a reversed one has no nights. */
  public boolean overlaps(Wish other) {
    return from.isBefore(to)
        && other.from.isBefore(other.to)
        && from.isBefore(other.to)
        && other.from.isBefore(to);
  }
}
