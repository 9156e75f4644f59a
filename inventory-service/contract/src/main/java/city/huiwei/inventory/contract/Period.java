package city.huiwei.inventory.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Dates from {@code from} up to but without {@code to}; an absent {@code to} is open. One tenant
 * may move in on the day another leaves: [1 Dec, 4 Dec) and [4 Dec, 6 Dec) do not overlap. A {@code
 * to} that is not after {@code from} is an {@link IllegalArgumentException}.
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

  public Period {
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("a period ends after it begins: " + from + " to " + to);
    }
  }

  public boolean overlaps(Period other) {
    return beginsBefore(other.to) && other.beginsBefore(to);
  }

  public boolean contains(LocalDate night) {
    return !night.isBefore(from) && (to == null || night.isBefore(to));
  }

  /** How many nights it has; {@link Long#MAX_VALUE} when it is open. */
  public long nights() {
    return to == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(from, to);
  }

  private boolean beginsBefore(@Nullable LocalDate end) {
    return end == null || from.isBefore(end);
  }
}
