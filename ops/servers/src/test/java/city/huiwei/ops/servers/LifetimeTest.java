package city.huiwei.ops.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeTest {

  @Test
  void killingTheProcessThatStartedThemLeavesNothingRunning(@TempDir Path folder)
      throws IOException {
    var starter = starter(folder);
    var servers = servers(starter);
    assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

    starter.destroyForcibly();

    assertThat(servers).allMatch(server -> Signals.endsWithin(Duration.ofSeconds(5), server));
  }

  private static Process starter(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The process ids that the starter prints on its one line. */
  private static List<ProcessHandle> servers(Process starter) throws IOException {
    var said =
        new BufferedReader(new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8));
    var line = said.readLine();
    return Stream.of(line.split(" "))
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }

  /**
   * Starts both from a thread that ends at once, says their process ids, and waits to be killed.
   */
  static final class Starter {

    public static void main(String[] arguments) throws InterruptedException {
      var folder = Path.of(arguments[0]);
      var thread = new Thread(() -> start(folder));
      thread.start();
      thread.join();
      Thread.sleep(Duration.ofMinutes(5));
    }

    private static void start(Path folder) {
      var postgres = Postgres.start(folder.resolve("postgres"), Ports.free());
      var redis = Redis.start(folder.resolve("redis"), Ports.free());
      System.out.println(postgres.server().pid() + " " + redis.server().pid());
    }
  }
}
