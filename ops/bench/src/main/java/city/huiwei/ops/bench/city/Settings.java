package city.huiwei.ops.bench.city;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What may be said at the start.
 *
 * @param portBase the first of the city's ports, from which all others follow
 * @param rounds how often every step is taken
 * @param time how long a step lasts
 * @param warmUp how long each load of a JVM runs before the first round
 * @param only the one scenario that is wanted, or {@code all}
 * @param rows holds of other pools in the large table
 * @param crowd people in a rush
 * @param project the project's folder
 */
public record Settings(
    int portBase,
    int rounds,
    Duration time,
    Duration warmUp,
    String only,
    long rows,
    int crowd,
    Path project) {

  public static Settings ofSystemProperties() {
    return new Settings(
        Integer.getInteger("port.base", 9080),
        Integer.getInteger("bench.rounds", 5),
        Duration.ofSeconds(Integer.getInteger("bench.seconds", 8)),
        Duration.ofSeconds(Integer.getInteger("bench.warmup", 25)),
        System.getProperty("bench.only", "all"),
        Long.getLong("bench.rows", 10_000_000L),
        Integer.getInteger("bench.crowd", 3_000),
        Path.of("").toAbsolutePath());
  }

  public String booking() {
    return localhost(portBase);
  }

  public String inventory() {
    return localhost(portBase + 1);
  }

  public String console() {
    return localhost(portBase + 2);
  }

  public String signIn() {
    return localhost(portBase + 3);
  }

  public int secondInventoryPort() {
    return portBase + 4;
  }

  public int comparatorPort() {
    return portBase + 5;
  }

  public int postgresPort() {
    return portBase + 20;
  }

  public int redisPort() {
    return portBase + 21;
  }

  /** What stands in the repository for the bench. */
  public Path folder() {
    return project.resolve("ops/bench");
  }

  /** What a run leaves behind. */
  public Path target() {
    return folder().resolve("target");
  }

  public Path data() {
    return target().resolve("city");
  }

  public static String localhost(int port) {
    return "http://localhost:" + port;
  }
}
