package city.huiwei.ops.bench.load;

import city.huiwei.ops.bench.figures.Latency;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the line says that {@code wrk/common.lua} prints at the end. */
record WrkAnswers(Map<String, Long> figures) {

  private static final List<String> FAILURES = List.of("connect", "read", "write", "timeout");

  static WrkAnswers of(String said) {
    var line =
        said.lines()
            .filter(each -> each.startsWith("bench "))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("wrk said no figures:\n" + said));
    return new WrkAnswers(
        Arrays.stream(line.split(" ", -1))
            .skip(1)
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(word -> word[0], word -> Long.parseLong(word[1]))));
  }

  long count(String name) {
    return figures.getOrDefault(name, 0L);
  }

  double seconds() {
    return count("micros") / 1e6;
  }

  Latency latency() {
    return new Latency(count("p50"), count("p99"));
  }

  /** Answers by status but for this one, and connections that failed, where there were any. */
  Map<String, Long> othersThan(String wanted) {
    var others = new TreeMap<String, Long>();
    figures.forEach((name, count) -> {
      var isOther = name.matches("\\d+") || FAILURES.contains(name);
      if (isOther && !name.equals(wanted) && count > 0) {
        others.put(name, count);
      }
    });
    return others;
  }

  /** Several at the same time as one: the slowest of them says how long it takes. */
  static WrkAnswers together(Collection<WrkAnswers> all) {
    var sum = new TreeMap<String, Long>();
    for (var each : all) {
      each.figures.forEach((name, count) -> {
        var isExtreme = List.of("micros", "p50", "p99", "next").contains(name);
        sum.merge(name, count, isExtreme ? Math::max : Long::sum);
      });
    }
    return new WrkAnswers(sum);
  }
}
