package city.huiwei.ops.bench;

import city.huiwei.ops.bench.city.BenchCity;
import city.huiwei.ops.bench.city.Screen;
import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Tool;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts a city, measures what is asked for, says it, and stops the city. */
final class Bench {

  private static final List<String> SCENARIOS =
      List.of("all", "rounds", "rush", "two", "table", "search");

  private Bench() {}

  public static void main(String[] arguments) {
    var settings = Settings.ofSystemProperties();
    stopEverythingAtTheEnd();
    try {
      System.exit(measure(settings));
    } catch (IllegalStateException failure) {
      Screen.say(String.valueOf(failure.getMessage()));
      System.exit(1);
    }
  }

  private static int measure(Settings settings) {
    if (!SCENARIOS.contains(settings.only())) {
      throw new IllegalStateException("-Dbench.only= is one of " + SCENARIOS);
    }
    Tool.refuseMissing();
    Screen.say("The bench starts a city of its own; its data is in " + settings.data());
    try (var city = BenchCity.start(settings, settings.only().equals("search"))) {
      var report = new Report(settings);
      var scenarios = new Scenarios(settings, city, report);
      switch (settings.only()) {
        case "all" -> scenarios.roundsAndRush();
        case "rounds" -> scenarios.rounds();
        case "rush" -> scenarios.rush();
        case "two" -> scenarios.twoInstances();
        case "table" -> scenarios.largeTable();
        default -> scenarios.search();
      }
      return report.close();
    }
  }

  /** Ctrl-C and the end of Maven lead here too; only what the bench itself started is ended. */
  private static void stopEverythingAtTheEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(Bench::stopChildren));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> {
          var _ = parent.onExit().thenRun(() -> new Thread(() -> System.exit(1)).start());
        });
  }

  private static void stopChildren() {
    var children = ProcessHandle.current().children().toList();
    children.forEach(ProcessHandle::destroy);
    var all = children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).completeOnTimeout(null, 25, TimeUnit.SECONDS).join();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
