package city.huiwei.ops.bench.city;

import city.huiwei.ops.servers.Child;
import city.huiwei.ops.servers.Command;
import city.huiwei.ops.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A JVM beside the city's own, with the options that the launcher gives a busy service. */
public final class Beside implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx200m",
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(6);

  private final Child child;

  private Beside(Child child) {
    this.child = child;
  }

  /** The program that takes a lock a request, on an empty database of its own. */
  public static Beside comparator(Settings settings) {
    Database.create(settings, "comparator").runFile(settings.folder().resolve("limit/schema.sql"));
    return start(
        settings,
        "comparator",
        settings.comparatorPort(),
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "city.huiwei.ops.bench.comparator.LockPerRequest",
            "--comparator.database=localhost:" + settings.postgresPort() + "/comparator",
            "--comparator.redis=redis://127.0.0.1:" + settings.redisPort()));
  }

  /** A second instance of inventory-service on the first one's database and Redis. */
  public static Beside secondInventory(Settings settings) {
    var jar = settings.project().resolve("inventory-service/target/inventory-service-app.jar");
    return start(
        settings,
        "second-inventory",
        settings.secondInventoryPort(),
        List.of(
            "-jar",
            jar.toString(),
            "--spring.lifecycle.timeout-per-shutdown-phase=3s",
            "--huiwei.sign-in.issuer=" + settings.signIn(),
            "--huiwei.sign-in.secret=sample-secret-inventory-service",
            "--huiwei.database=localhost:" + settings.postgresPort() + "/inventory",
            "--huiwei.redis=redis://127.0.0.1:" + settings.redisPort(),
            "--huiwei.console=" + settings.console()));
  }

  public ProcessHandle process() {
    return ProcessHandle.of(child.pid()).orElseThrow();
  }

  @Override
  public void close() {
    child.stop("TERM", STOP);
  }

  private static Beside start(Settings settings, String name, int port, List<String> program) {
    if (!Ports.isFree(port)) {
      throw new IllegalStateException("Port " + port + ", for " + name + ", is taken");
    }
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(OPTIONS);
    words.addAll(program);
    words.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
    var log = settings.target().resolve(name + ".log");
    var child = new Command(words).tied("TERM").start(log);
    child.awaitReady(() -> !Ports.isFree(port), START);
    Screen.say(name, "ready on port %d", port);
    return new Beside(child);
  }
}
