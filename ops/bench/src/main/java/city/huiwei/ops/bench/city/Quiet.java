package city.huiwei.ops.bench.city;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the city has finished what was in flight when a load ended: else the next step would
 * pay for it, and rows would be counted that are still being written.
 */
public final class Quiet {

  private static final Duration LOOK = Duration.ofMillis(500);

  /** CPU seconds that an idle city may use between two looks: a fifth of one core. */
  private static final double IDLE = 0.1;

  private static final int MOST_LOOKS = 40;

  private Quiet() {}

  /** Answers whether it became quiet within 20 seconds. */
  public static boolean await(Map<String, ProcessHandle> processes) {
    for (var look = 0; look < MOST_LOOKS; look++) {
      var before = Consumption.cpuSeconds(processes);
      LockSupport.parkNanos(LOOK.toNanos());
      var used = Consumption.between(before, Consumption.cpuSeconds(processes));
      if (used.values().stream().mapToDouble(Double::doubleValue).sum() < IDLE) {
        return true;
      }
    }
    return false;
  }
}
