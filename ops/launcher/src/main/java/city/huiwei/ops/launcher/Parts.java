package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Child;
import city.huiwei.ops.servers.Command;
import city.huiwei.ops.servers.Postgres;
import city.huiwei.ops.servers.Redis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The parts of the local city, each told where the others are. */
final class Parts {

  private static final Duration SERVERS_PATIENCE = Duration.ofSeconds(4);
  private static final Duration PROGRAMS_PATIENCE = Duration.ofSeconds(5);

  /** Small heaps: the whole city is to fit beside a browser and an editor. */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Settings settings;

  Parts(Settings settings) {
    this.settings = settings;
  }

  /** What the programs need before they start. */
  List<Part> servers() {
    return List.of(
        new Part(
            "PostgreSQL",
            settings.postgresPort(),
            this::postgres,
            () -> true,
            "INT",
            SERVERS_PATIENCE),
        new Part("Redis", settings.redisPort(), this::redis, () -> true, "TERM", SERVERS_PATIENCE));
  }

  List<Part> programs() {
    return List.of(
        program("sign-in", "ops/sign-in", settings.signInPort(), "/sign-in", "-Xmx96m"),
        service("inventory-service", settings.inventoryPort()),
        service("booking-service", settings.bookingPort()),
        service("admin-console", settings.consolePort()));
  }

  private Child postgres() {
    var postgres = Postgres.start(settings.data().resolve("postgres"), settings.postgresPort());
    postgres.createDatabase("inventory");
    postgres.createDatabase("booking");
    return postgres.server();
  }

  private Child redis() {
    return Redis.start(settings.data().resolve("redis"), settings.redisPort()).server();
  }

  private Part service(String name, int port) {
    return program(name, name, port, "/actuator/health/readiness", "-Xmx200m");
  }

  private Part program(String name, String folder, int port, String health, String heap) {
    var jar = settings.project().resolve(folder + "/target/" + name + "-app.jar");
    return new Part(
        name,
        port,
        () -> command(name, jar, port, heap).tied("TERM").start(log(name)),
        () -> Caller.isReady("http://localhost:" + port + health),
        "TERM",
        PROGRAMS_PATIENCE);
  }

  private Command command(String name, Path jar, int port, String heap) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException("There is no " + jar + "; \"mvn -Prun\" builds it");
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var words = new ArrayList<>(List.of(java.toString(), heap));
    words.addAll(SMALL);
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(arguments(name, port));
    return new Command(words);
  }

  private List<String> arguments(String name, int port) {
    var database = name.equals("booking-service") ? "booking" : "inventory";
    return List.of(
        "--server.port=" + port,
        // Sample people need no password, so nothing of this city is for other machines.
        "--server.address=127.0.0.1",
        "--spring.lifecycle.timeout-per-shutdown-phase=3s",
        "--sample.booking=" + settings.booking(),
        "--sample.console=" + settings.console(),
        "--huiwei.sign-in.issuer=" + settings.signIn(),
        "--huiwei.sign-in.secret=sample-secret-" + name,
        "--huiwei.database=localhost:" + settings.postgresPort() + "/" + database,
        "--huiwei.redis=redis://127.0.0.1:" + settings.redisPort(),
        "--huiwei.inventory=" + settings.inventory(),
        "--huiwei.booking=" + settings.booking(),
        "--huiwei.console=" + settings.console());
  }

  private Path log(String name) {
    return settings.logs().resolve(name + ".log");
  }
}
