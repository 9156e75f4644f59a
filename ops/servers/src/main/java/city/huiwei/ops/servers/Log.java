package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one process wrote to a log that others wrote to before.
 *
 * @param before the size of the file when the process started
 */
record Log(Path file, long before) {

  private static final int LAST_PAGES = 32 * 1024;

  static Log of(Path file) throws IOException {
    return new Log(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /**
   * The last lines; of a large file only the end is read. Where the code was is left out: what went
   * wrong stands above it.
   */
  String lastLines(int count) {
    var lines = end().lines().filter(line -> !line.startsWith("\tat ")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
  }

  private String end() {
    try (var channel = Files.newByteChannel(file)) {
      var from = Math.max(before, channel.size() - LAST_PAGES);
      var pages = ByteBuffer.allocate((int) (channel.size() - from));
      channel.position(from);
      while (pages.hasRemaining() && channel.read(pages) >= 0) {}
      return new String(pages.array(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
