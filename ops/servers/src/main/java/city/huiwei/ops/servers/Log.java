package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of a log: the file may be large, so only its last pages are read. Where the code was is
 * left out: what went wrong stands above it.
 */
final class Log {

  private static final int LAST_PAGES = 32 * 1024;

  private Log() {}

  static String lastLines(Path log, int count) {
    try (var file = Files.newByteChannel(log)) {
      var end = ByteBuffer.allocate((int) Math.min(LAST_PAGES, file.size()));
      file.position(file.size() - end.capacity());
      while (end.hasRemaining() && file.read(end) >= 0) {}
      var lines =
          new String(end.array(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("\tat "))
              .toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
