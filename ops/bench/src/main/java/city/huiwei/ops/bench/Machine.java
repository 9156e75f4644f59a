package city.huiwei.ops.bench;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where and when something was measured, for whoever compares. */
final class Machine {

  private Machine() {}

  static String describe(Settings settings) {
    return """
    - %s (UTC), commit %s
    - %s, %d cores, %d MB of memory, Linux %s
    - JDK %s, PostgreSQL %s, load of the machine before: %s
    """
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            commit(settings),
            field("/proc/cpuinfo", "model name"),
            Runtime.getRuntime().availableProcessors(),
            Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D+", "")) / 1024,
            System.getProperty("os.version"),
            System.getProperty("java.runtime.version"),
            new Database(settings, "postgres").text("show server_version"),
            read("/proc/loadavg").strip());
  }

  /** With a plus when something was changed since. */
  private static String commit(Settings settings) {
    var log = settings.target().resolve("git.log");
    var project = settings.project().toString();
    try {
      var head = Tool.run(log, "git", "-C", project, "rev-parse", "--short=12", "HEAD").strip();
      var changed = Tool.run(log, "git", "-C", project, "status", "--porcelain", "-uno");
      return changed.isBlank() ? head : head + "+";
    } catch (IllegalStateException | UncheckedIOException noRepository) {
      return "unknown";
    }
  }

  private static String field(String file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("0");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
