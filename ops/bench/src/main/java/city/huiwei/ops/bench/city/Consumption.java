package city.huiwei.ops.bench.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What processes have used so far, as the kernel counts it in {@code /proc}. */
public final class Consumption {

  /** Of the kernel's times; the same on every Linux that Java runs on. */
  private static final double TICKS_A_SECOND = 100;

  // Numbers of the fields in proc(5), less the three that stand before and with the state.
  private static final int USER = 14 - 3;
  private static final int SYSTEM = 15 - 3;
  private static final int CHILDREN_USER = 16 - 3;
  private static final int CHILDREN_SYSTEM = 17 - 3;

  private Consumption() {}

  /**
   * CPU seconds by name; each with its children, the ended too. Under {@code load} what our own
   * ended children used, which are the load generators.
   */
  public static Map<String, Double> cpuSeconds(Map<String, ProcessHandle> processes) {
    var seconds = new LinkedHashMap<String, Double>();
    processes.forEach((name, process) ->
        seconds.put(
            name,
            Stream.concat(Stream.of(process), process.descendants())
                    .mapToDouble(each -> seconds(each.pid(), USER, SYSTEM))
                    .sum()
                + seconds(process.pid(), CHILDREN_USER, CHILDREN_SYSTEM)));
    seconds.put("load", seconds(ProcessHandle.current().pid(), CHILDREN_USER, CHILDREN_SYSTEM));
    return seconds;
  }

  /** What was used between two looks, by name. */
  public static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
    var used = new LinkedHashMap<String, Double>();
    after.forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
    return used;
  }

  /** Such as {@code 312 MB (at most 330)}: what is resident now, and what ever was. */
  public static String memory(ProcessHandle process) {
    return "%d MB (at most %d)"
        .formatted(megabytes(process.pid(), "VmRSS"), megabytes(process.pid(), "VmHWM"));
  }

  private static long megabytes(long pid, String field) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** The program's name stands in brackets and may hold anything. */
  private static double seconds(long pid, int one, int other) {
    var stat = read(pid, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[one]) + Long.parseLong(fields[other])) / TICKS_A_SECOND;
  }

  /** Nothing of a process that has ended meanwhile: its parent has its time by now. */
  private static String read(long pid, String file) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines.collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException gone) {
      return "";
    }
  }
}
