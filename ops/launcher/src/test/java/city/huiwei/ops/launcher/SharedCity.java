package city.huiwei.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The real city with its sample stock, run by the real launcher on ports of its own. */
final class SharedCity implements AutoCloseable {

  private final Settings settings;
  private final Launched launched;

  private SharedCity(Settings settings, Launched launched) {
    this.settings = settings;
    this.launched = launched;
  }

  static SharedCity start() {
    var module = Path.of("").toAbsolutePath();
    var project = module.resolve("../..").normalize();
    var settings = new Settings(FreePorts.base(), module.resolve("target/city"), false, project);
    try {
      FileSystemUtils.deleteRecursively(settings.data());
      var launched = Launched.in(project, settings.portBase(), settings.data());
      launched.awaitLine("READY");
      return new SharedCity(settings, launched);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  Settings settings() {
    return settings;
  }

  String booking() {
    return settings.booking();
  }

  String console() {
    return settings.console();
  }

  Caller caller(String person) {
    return Caller.named(person, settings.signIn());
  }

  /** Who has the keys of a site. */
  String caseworkerOf(String site) {
    return "caseworker-" + new SampleCity(settings).operatorOf(site);
  }

  /** What runs as this part, by what only its command line has. */
  ProcessHandle part(String mark) {
    return launched.started().stream()
        .filter(process -> process.info().commandLine().orElse("").contains(mark))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing runs with " + mark));
  }

  /** Ends a part with all its children as a power cut would. */
  static void kill(ProcessHandle part) {
    var children = part.descendants().toList();
    assertThat(part.destroyForcibly()).isTrue();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Returns once the launcher has seen the end of a part and has it running again. */
  void awaitRestart(String name) throws InterruptedException {
    launched.awaitLine("%-18s ended unexpectedly".formatted(name));
    launched.awaitLine("%-18s ready".formatted(name));
  }

  /** The first column of what a service's own database answers. */
  List<String> ask(String database, String question) {
    var address = "jdbc:postgresql://localhost:" + settings.postgresPort() + "/" + database;
    try (var connection = DriverManager.getConnection(address, "postgres", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var answers = new ArrayList<String>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() throws InterruptedException {
    launched.process().toHandle().destroy();
    assertThat(launched.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
