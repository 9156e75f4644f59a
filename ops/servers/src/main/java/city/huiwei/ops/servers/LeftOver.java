package city.huiwei.ops.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Servers of an earlier run that outlived it. They are known by the folder they work in: a process
 * id in a file may by now belong to a stranger, and says nothing of the server's own children.
 */
public final class LeftOver {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private LeftOver() {}

  /** Stops every process of this program that works in this folder, and waits for the last. */
  public static void stop(String program, Path folder, String signal) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var found = find(program, folder);
    found.forEach(process -> Signals.send(signal, process));
    found.forEach(process -> Signals.endsWithin(BOUND, process));
    find(program, folder).forEach(Signals::kill);
  }

  private static List<ProcessHandle> find(String program, Path folder) {
    try {
      var there = folder.toRealPath();
      return ProcessHandle.allProcesses()
          .filter(process -> link(process, "cwd").equals(there))
          .filter(process -> link(process, "exe").endsWith(program))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the kernel says of a process; nothing of one that is gone or not ours to look at. */
  private static Path link(ProcessHandle process, String name) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), name));
    } catch (IOException unknown) {
      return Path.of("");
    }
  }
}
