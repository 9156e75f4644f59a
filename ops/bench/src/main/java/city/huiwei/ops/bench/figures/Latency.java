package city.huiwei.ops.bench.figures;

import java.util.Arrays;

/** How long an answer takes: half of them at most {@code p50}, all but a hundredth {@code p99}. */
public record Latency(long p50Micros, long p99Micros) {

  /** Of at least one duration, in microseconds, in any order. */
  public static Latency of(long... micros) {
    var sorted = micros.clone();
    Arrays.sort(sorted);
    return new Latency(percentile(sorted, 50), percentile(sorted, 99));
  }

  /** The smallest that at least so many percent do not pass (nearest rank). */
  static long percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    return sorted[(int) Math.ceilDiv((long) sorted.length * percent, 100L) - 1];
  }

  @Override
  public String toString() {
    return Text.of("p50 %s, p99 %s", text(p50Micros), text(p99Micros));
  }

  static String text(long micros) {
    return Text.of(micros < 10_000 ? "%.2f ms" : "%,.0f ms", micros / 1e3);
  }
}
