package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.city.Settings;
import city.huiwei.ops.bench.city.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One run of {@code wrk} with a script of {@code ops/bench/wrk}.
 *
 * @param words what the script is told, by names that stand there without {@code BENCH_}
 */
record Wrk(
    Settings settings, String script, String address, int connections, Map<String, String> words) {

  /** As many threads as there are; the machine has no more to give. */
  static final int THREADS = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A run that goes on, so that another can go on beside it. */
  record Running(Path log, Process process) {

    WrkAnswers finish() {
      return WrkAnswers.of(Tool.finish(log, process, "wrk"));
    }
  }

  WrkAnswers run(Duration time) {
    return start(time).finish();
  }

  Running start(Duration time) {
    var scripts = settings.folder().resolve("wrk");
    var environment = new HashMap<String, String>();
    words.forEach((name, value) -> environment.put("BENCH_" + name, value));
    environment.put("BENCH_SCRIPTS", scripts.toString());
    environment.put("BENCH_THREADS", "" + threads());
    var port = address.substring(address.lastIndexOf(':') + 1);
    var log = settings.target().resolve("wrk-" + port + ".log");
    return new Running(
        log,
        Tool.start(
            log,
            environment,
            "wrk",
            "--threads",
            "" + threads(),
            "--connections",
            "" + connections,
            "--duration",
            time.toSeconds() + "s",
            "--timeout",
            PATIENCE.toSeconds() + "s",
            "--latency",
            "--script",
            scripts.resolve(script).toString(),
            address));
  }

  private int threads() {
    return Math.min(THREADS, connections);
  }
}
