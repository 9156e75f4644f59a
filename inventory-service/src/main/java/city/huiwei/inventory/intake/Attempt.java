package city.huiwei.inventory.intake;

import city.huiwei.inventory.intake.Import.Phase;
import city.huiwei.inventory.stockfile.StockFile;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import being worked on here: what is known of it from the start, and how far it is. */
final class Attempt {

  final UUID id;
  final UUID attempt;
  final StockFile file;
  final @Nullable String operator;
  final Path path;
  private volatile Phase phase = Phase.READING;
  private volatile @Nullable StagedRows rows;

  Attempt(UUID id, UUID attempt, StockFile file, @Nullable String operator, Path path) {
    this.id = id;
    this.attempt = attempt;
    this.file = file;
    this.operator = operator;
    this.path = path;
  }

  Phase phase() {
    return phase;
  }

  void enter(Phase next) {
    phase = next;
  }

  long rows() {
    var reading = rows;
    return reading == null ? 0 : reading.rows();
  }

  StagedRows reads(StagedRows reading) {
    rows = reading;
    return reading;
  }
}
