package city.huiwei.inventory.intake;

import city.huiwei.inventory.stockfile.StockFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code import}.
 *
 * @param operator whose stock it may change; all when absent
 * @param rows read so far
 * @param report absent while it runs
 */
record Import(
    UUID id,
    StockFile file,
    String digest,
    @Nullable String operator,
    State state,
    Phase phase,
    long rows,
    long bytes,
    UUID attempt,
    @Nullable Report report,
    Instant startedAt,
    @Nullable Instant endedAt) {

  enum State {
    RUNNING,
    DONE,
    REFUSED
  }

  /** Where a running import is. */
  enum Phase {
    READING,
    WAITING,
    CHECKING,
    WRITING,
    ENDED
  }

  boolean isOf(Spool spool, StockFile other, @Nullable String asker) {
    return digest.equals(spool.digest())
        && file == other
        && java.util.Objects.equals(operator, asker);
  }
}
