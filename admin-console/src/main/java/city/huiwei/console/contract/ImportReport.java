package city.huiwei.console.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, and in the end what came of it, as inventory tells it.
 *
 * @param rows read so far
 * @param keptInAll units that stay although the file leaves them out; {@code kept} has the first
 * @param problemsInAll with any, nothing was changed; {@code problems} has the first
 */
public record ImportReport(
    UUID id,
    StockFile file,
    State state,
    Phase phase,
    @Nullable Long rows,
    @Nullable Long added,
    @Nullable Long changed,
    @Nullable Long unchanged,
    @Nullable Long removed,
    @Nullable Long keptInAll,
    @Nullable List<Kept> kept,
    @Nullable Long problemsInAll,
    @Nullable List<Flaw> problems) {

  /** Whether it still runs, and how it ended. */
  public enum State {
    RUNNING,
    DONE,
    REFUSED
  }

  /** What it is doing. */
  public enum Phase {
    SENDING,
    READING,
    WAITING,
    CHECKING,
    WRITING,
    ENDED
  }

  /** A unit that stays because somebody has it. */
  public record Kept(
      String unit, String site, @Nullable LocalDate until, String message, String remedy) {}

  /** What is wrong, where, and what to do. */
  public record Flaw(
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String value,
      String message,
      String remedy) {}

  /** Of a file that is still on its way to inventory. */
  public static ImportReport sending(UUID id, StockFile file) {
    return new ImportReport(
        id,
        file,
        State.RUNNING,
        Phase.SENDING,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }
}
