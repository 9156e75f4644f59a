package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that live as long as this process. */
final class Folders {

  private Folders() {}

  static Path temporary(String name) {
    try {
      return Files.createTempDirectory("huiwei-" + name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes a folder when this process ends, after stopping whoever works in it. */
  static void deleteAtExit(Path folder, Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stop.run();
              delete(folder);
            }));
  }

  /** Deletes a folder with all that is in it; one that is not there is fine. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
