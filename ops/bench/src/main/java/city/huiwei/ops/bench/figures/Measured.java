package city.huiwei.ops.bench.figures;

import java.util.Map;

/**
 * What one step of a round came to.
 *
 * @param done bookings, holds or plain answers
 * @param seconds that the step took
 * @param cpuSeconds by the name of the process, the load's own as {@code load}
 * @param others answers that are not what was asked for, by kind
 */
public record Measured(
    long done,
    double seconds,
    Latency latency,
    Map<String, Double> cpuSeconds,
    Map<String, Long> others) {

  public double perSecond() {
    return done / seconds;
  }
}
