package city.huiwei.ops.bench.city;

import city.huiwei.ops.servers.LeftOver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The local city, run by its own launcher, on empty data and ports of its own. */
public final class BenchCity implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  private static final long STOP_SECONDS = 25;
  private static final List<String> SAMPLE =
      List.of(
          "operators",
          "sites",
          "graduate-rooms",
          "elder-beds",
          "childcare-classes",
          "industrial-units");

  private final Settings settings;
  private final Process launcher;

  private BenchCity(Settings settings, Process launcher) {
    this.settings = settings;
    this.launcher = launcher;
  }

  /** Returns when the city is ready; what an earlier run left is deleted first. */
  public static BenchCity start(Settings settings, boolean withSampleStock) {
    try {
      forget(settings.data());
      Files.createDirectories(settings.data());
      if (!withSampleStock) {
        // The launcher loads what this list does not say was loaded.
        Files.write(settings.data().resolve("sample-city.loaded"), SAMPLE);
      }
      var log = settings.target().resolve("city.log");
      Files.deleteIfExists(log);
      var city = new BenchCity(settings, launcher(settings, log));
      city.awaitReady(log);
      return city;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The processes of the city by the names the table gives them. */
  public Map<String, ProcessHandle> processes() {
    var processes = new LinkedHashMap<String, ProcessHandle>();
    processes.put("booking", service("booking-service-app.jar"));
    processes.put("inventory", service("inventory-service-app.jar"));
    processes.put("postgres", postgres());
    // It writes over its own command line.
    processes.put("redis", started(redis -> redis.command().orElse("").endsWith("redis-server")));
    return processes;
  }

  @Override
  public void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process launcher(Settings settings, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dport.base=" + settings.portBase(),
            "-Ddata.dir=" + settings.data(),
            "-cp",
            System.getProperty("java.class.path"),
            "city.huiwei.ops.launcher.LocalCity")
        .directory(settings.project().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void awaitReady(Path log) throws IOException {
    var deadline = System.nanoTime() + START.toNanos();
    while (!Files.readString(log).contains("READY")) {
      if (!launcher.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("The city did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private ProcessHandle service(String jar) {
    return started(service -> service.commandLine().orElse("").contains(jar));
  }

  private ProcessHandle started(Predicate<ProcessHandle.Info> isWanted) {
    return launcher
        .descendants()
        .filter(process -> isWanted.test(process.info()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A part of the city does not run"));
  }

  private ProcessHandle postgres() {
    try {
      var pidFile = settings.data().resolve("postgres/data/postmaster.pid");
      var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends whoever still works in the folder, then deletes it. */
  private static void forget(Path data) throws IOException {
    LeftOver.stop("java", data.resolve("logs"), "KILL");
    LeftOver.stop("postgres", data.resolve("postgres/data"), "INT");
    LeftOver.stop("redis-server", data.resolve("redis"), "TERM");
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
