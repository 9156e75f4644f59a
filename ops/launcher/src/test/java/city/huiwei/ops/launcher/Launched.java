package city.huiwei.ops.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A launcher in a process of its own, and what it says. */
final class Launched {

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();

  private Launched(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /**
   * @param wrapper words in front of the command, such as a shell to be the parent
   */
  static Launched in(Path project, int portBase, Path data, String... wrapper) throws IOException {
    var words = new ArrayList<>(List.of(wrapper));
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As little as "mvn -Prun" gives it.
            "-Xmx48m",
            "-Dport.base=" + portBase,
            "-Ddata.dir=" + data,
            "-cp",
            System.getProperty("java.class.path"),
            LocalCity.class.getName()));
    var builder = new ProcessBuilder(words).directory(project.toFile()).redirectErrorStream(true);
    // No city of a test lives long enough for what the slow compiler would spare it.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    return new Launched(builder.start());
  }

  Process process() {
    return process;
  }

  /** The next line with this in it; fails when it ends or a minute passes without. */
  String awaitLine(String part) throws InterruptedException {
    while (true) {
      var line = lines.poll(60, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("Never said \"" + part + "\" but:\n" + String.join("\n", heard));
      }
      heard.add(line);
      if (line.contains(part)) {
        return line;
      }
    }
  }

  /** Every process that it started and that still runs. */
  List<ProcessHandle> started() {
    return process.descendants().toList();
  }

  private void listen() {
    try (var said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      said.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("(" + ended.getMessage() + ")");
    }
  }
}
