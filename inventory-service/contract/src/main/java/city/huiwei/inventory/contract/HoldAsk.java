package city.huiwei.inventory.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link HoldRequest} under its caller-made id, one of many that are sent together.
 *
 * @param to open when absent
 * @param until the hold is timed and lapses then; firm when absent
 */
public record HoldAsk(
    UUID hold, String pool, LocalDate from, @Nullable LocalDate to, @Nullable Instant until) {

  public HoldRequest request() {
    return new HoldRequest(pool, from, to, until);
  }
}
