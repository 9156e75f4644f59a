package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Signals to processes, ours or left over from an earlier run. */
final class Signals {

  private static final Duration A_MOMENT = Duration.ofMillis(20);
  private static final Duration SOON = Duration.ofSeconds(10);

  private Signals() {}

  /** Sends a signal by its name; the shell has {@code kill} built in, the system may lack it. */
  static void send(String signal, ProcessHandle process) {
    if (hasEnded(process)) {
      return;
    }
    try {
      new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Asks a process to end by this signal, and kills it when it has not done so in time. */
  static void stop(ProcessHandle process, String signal, Duration bound) {
    send(signal, process);
    if (!endsWithin(bound, process)) {
      kill(process);
    }
  }

  /** Kills a process and all that it started, and waits for the last of them. */
  static void kill(ProcessHandle process) {
    var started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    started.forEach(child -> endsWithin(SOON, child));
    endsWithin(SOON, process);
  }

  static boolean endsWithin(Duration bound, ProcessHandle process) {
    var deadline = System.nanoTime() + bound.toNanos();
    while (!hasEnded(process) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
    return hasEnded(process);
  }

  /**
   * A zombie has ended, though nobody may have collected it yet. The command line would not tell:
   * it is empty for a moment while a process becomes another program.
   */
  static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive() || isZombie(process.pid());
  }

  /**
   * The state stands behind the program's name, which is in brackets and may hold anything. While
   * other threads of it end, its first is a zombie already but its sockets are still open.
   */
  private static boolean isZombie(long pid) {
    var process = Path.of("/proc", Long.toString(pid));
    try (var threads = Files.list(process.resolve("task"))) {
      var status = Files.readString(process.resolve("stat"));
      return "ZX".indexOf(status.charAt(status.lastIndexOf(')') + 2)) >= 0 && threads.count() <= 1;
    } catch (IOException noSuchSystemOrGone) {
      return false;
    }
  }

  /** The words of a running process, with spaces between; empty when there is none. */
  static String commandLine(long pid) {
    try {
      var words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }
}
