package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Database;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Tool;
import city.huiwei.ops.bench.figures.Latency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The yardstick: PostgreSQL alone.
 *
 * @param script in {@code ops/bench/limit}
 * @param bookings in a transaction
 */
record Pgbench(Settings settings, Database yardstick, String name, String script, int bookings)
    implements Load {

  private static final Pattern DONE =
      Pattern.compile("number of transactions actually processed: (\\d+)");
  private static final Pattern A_SECOND = Pattern.compile("tps = ([\\d.]+)");
  private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

  @Override
  public List<String> drives() {
    return List.of();
  }

  @Override
  public boolean isWarmedUp() {
    return false;
  }

  /** Every round on fresh tables, so that the last finds what the first found. */
  @Override
  public void prepare(int round) {
    yardstick.runFile(limit("schema.sql"));
    yardstick.runFile(limit("batch-schema.sql"));
    logs().forEach(Pgbench::delete);
  }

  @Override
  public Answers drive(Duration time) {
    var said =
        Tool.run(
            settings.target().resolve("pgbench.log"),
            "pgbench",
            "--no-vacuum",
            "--host=127.0.0.1",
            "--port=" + settings.postgresPort(),
            "--username=postgres",
            "--file=" + limit(script),
            "--client=16",
            "--jobs=2",
            "--time=" + time.toSeconds(),
            "--log",
            "--log-prefix=" + settings.target().resolve("pgbench-each"),
            // Writing down every tenth is enough for percentiles and costs nothing.
            "--sampling-rate=" + (bookings == 1 ? 0.1 : 1),
            yardstick.name());
    var done = Long.parseLong(found(DONE, said)) * bookings;
    // The tool's own seconds: without the time it took to connect.
    var seconds = done / (Double.parseDouble(found(A_SECOND, said)) * bookings);
    var failed = Long.parseLong(found(FAILED, said));
    return new Answers(done, seconds, latency(), failed == 0 ? Map.of() : Map.of("failed", failed));
  }

  @Override
  public List<String> faults(Answers answers) {
    var written = yardstick.number("select count(*) from yardstick.booking");
    return written == answers.done()
        ? List.of()
        : List.of("%s: %d said, %d written".formatted(name, answers.done(), written));
  }

  /** The third word of a line is the transaction's time in microseconds. */
  private Latency latency() {
    return Latency.of(
        logs().stream()
            .flatMapToLong(log -> lines(log).stream().mapToLong(line -> word(line, 2)))
            .toArray());
  }

  private List<Path> logs() {
    try (var files = Files.list(settings.target())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("pgbench-each"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path limit(String file) {
    return settings.folder().resolve("limit").resolve(file);
  }

  private static long word(String line, int number) {
    return Long.parseLong(line.split(" ", -1)[number]);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String found(Pattern pattern, String said) {
    var matcher = pattern.matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench did not say " + pattern + ":\n" + said);
    }
    return matcher.group(1);
  }
}
