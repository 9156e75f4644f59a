package city.huiwei.ops.launcher;

import city.huiwei.ops.servers.Child;
import city.huiwei.ops.servers.Postgres;
import city.huiwei.ops.servers.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The parts of the local city, each told where the others are. */
final class Parts {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final String READINESS = "/actuator/health/readiness";

  private final Settings settings;

  Parts(Settings settings) {
    this.settings = settings;
  }

  /** What the programs need before they start; each is ready when its start returns. */
  List<Part> servers() {
    return List.of(
        new Part(
            "PostgreSQL", settings.postgresPort(), this::postgres, () -> true, "INT", PATIENCE),
        new Part("Redis", settings.redisPort(), this::redis, () -> true, "TERM", PATIENCE));
  }

  List<Part> programs() {
    return List.of(
        signIn(),
        inbox(),
        service("inventory-service", settings.inventoryPort(), "inventory", Program.MINDFUL),
        service("booking-service", settings.bookingPort(), "booking", Program.BUSY),
        service("admin-console", settings.consolePort(), "none", Program.QUIET));
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

  private Part signIn() {
    var jar = jar("ops/sign-in", "sign-in");
    return new Program("sign-in", jar, settings.signInPort(), "/sign-in", Program.QUIET)
        .part(
            settings.logs(),
            List.of(
                "--sample.issuer=" + settings.signIn(),
                "--sample.booking=" + settings.booking(),
                "--sample.console=" + settings.console()));
  }

  private Part inbox() {
    var jar = jar("ops/inbox", "inbox");
    return new Program("inbox", jar, settings.inboxPort(), "/", Program.TINY)
        .part(settings.logs(), List.of("--smtp.port=" + settings.smtpPort()));
  }

  private Part service(String name, int port, String database, List<String> pace) {
    return new Program(name, jar(name, name), port, READINESS, pace)
        .part(
            settings.logs(),
            List.of(
                // Sample people need no password, so nothing of this city is for other machines.
                "--server.address=127.0.0.1",
                // For the same reason its keys may be ones that everyone can read.
                "--spring.profiles.active=sample",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s",
                "--huiwei.sign-in.issuer=" + settings.signIn(),
                "--huiwei.sign-in.secret=sample-secret-" + name,
                "--huiwei.database=localhost:" + settings.postgresPort() + "/" + database,
                "--huiwei.evidence.folder=" + settings.data().resolve("evidence"),
                "--huiwei.redis=redis://127.0.0.1:" + settings.redisPort(),
                "--huiwei.inventory=" + settings.inventory(),
                "--huiwei.booking=" + settings.booking(),
                "--huiwei.console=" + settings.console(),
                "--huiwei.notice.pages=" + settings.booking(),
                "--huiwei.notice.sms.url=" + settings.inbox() + "/sms",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + settings.smtpPort()));
  }

  private Path jar(String folder, String name) {
    return settings.project().resolve(folder + "/target/" + name + "-app.jar");
  }
}
