package city.huiwei.ops.bench.city;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A program of this machine that the bench runs to its end. */
public final class Tool {

  private static final List<String> NEEDED = List.of("wrk", "pgbench", "psql");

  private Tool() {}

  /** Says plainly what is missing and how to get it. */
  public static void refuseMissing() {
    var missing = NEEDED.stream().filter(program -> !isThere(program)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The bench needs "
              + String.join(", ", missing)
              + ": apt-get install wrk postgresql-contrib");
    }
  }

  /** What it wrote, which goes to the log too; fails with it unless all went well. */
  public static String run(Path log, String... words) {
    return run(log, Map.of(), words);
  }

  /** The same, with more in its environment. */
  public static String run(Path log, Map<String, String> environment, String... words) {
    return finish(log, start(log, environment, words), words[0]);
  }

  public static Process start(Path log, Map<String, String> environment, String... words) {
    try {
      var builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().putAll(environment);
      return builder.redirectOutput(log.toFile()).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static String finish(Path log, Process process, String name) {
    try {
      var status = process.waitFor();
      var said = Files.readString(log);
      if (status != 0) {
        throw new IllegalStateException(name + " ended with status " + status + ":\n" + said);
      }
      return said;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      process.destroy();
      throw new IllegalStateException(stopped);
    }
  }

  private static boolean isThere(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", "/usr/bin"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
