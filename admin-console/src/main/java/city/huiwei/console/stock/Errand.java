package city.huiwei.console.stock;

import city.huiwei.console.contract.StockFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * A file to be brought to inventory in somebody's name.
 *
 * @param content where it waits on disk
 */
record Errand(UUID id, StockFile file, Path content, String token, Locale language) {

  /** Never prints the token. */
  @Override
  public String toString() {
    return file + " as import " + id;
  }
}
