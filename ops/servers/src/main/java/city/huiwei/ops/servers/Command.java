package city.huiwei.ops.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A program with its arguments, before it runs; each wrapper stands in front of what it wraps. */
public record Command(List<String> words) {

  // The kernel sends the death signal when the thread that forked ends, not when the process does:
  // so every fork comes from one thread that lives as long as the process.
  private static final ExecutorService FORKS =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("forks").factory());

  public static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** Whether a program of this name is on the path. */
  static boolean exists(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", "/usr/bin"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * The same, ended by this signal when we end, however we end; and out of the terminal's reach, so
   * that its Ctrl-C comes to us alone and we choose the order. Without {@code setpriv} and {@code
   * setsid} (both are in util-linux) it runs untied.
   */
  public Command tied(String signal) {
    return behind("setpriv", "--pdeathsig", signal).behind("setsid");
  }

  /**
   * The same, not as root, for a server that refuses root; in a user namespace the files stay ours.
   * It goes around {@link #tied}: entering the namespace may clear a death signal set before.
   */
  Command unprivileged() {
    return isRoot() ? behind("unshare", "--user") : this;
  }

  /** Starts it in the folder of its log, with its output appended there. */
  public Child start(Path log) {
    try {
      var folder = Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      var own = Log.of(log);
      return new Child(FORKS.submit(builder::start).get(), own);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (Exception failure) {
      throw new IllegalStateException("Could not start " + words.getFirst(), failure);
    }
  }

  /** Runs it to its end; fails with the end of its log unless all went well. */
  void run(Path log) {
    var child = start(log);
    if (child.onExit().join() != 0) {
      throw new IllegalStateException(words.getFirst() + " failed:\n" + child.lastLines(20));
    }
  }

  private Command behind(String... wrapper) {
    if (!exists(wrapper[0])) {
      return this;
    }
    var all = new ArrayList<>(List.of(wrapper));
    all.addAll(words);
    return new Command(all);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
