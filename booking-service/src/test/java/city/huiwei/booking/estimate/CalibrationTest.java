package city.huiwei.booking.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.estimate.Estimate.Interval;
import city.huiwei.booking.estimate.SeenQueue.Truth;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * What is told is kept beside what comes true, in thousands of queues of which the truth is known.
 */
class CalibrationTest {

  private static final int HORIZON = 3_650;
  private static final int HISTORIES = 600;

  /**
   * From a place a month to one every other day; a third to two thirds of them taken by who comes.
   */
  private static final Truth[] TRUTHS = {
    new Truth(0.03, 0.01, 0.0005, 730),
    new Truth(0.06, 0.04, 0.001, 365),
    new Truth(0.15, 0.05, 0.002, 365),
    new Truth(0.5, 0.3, 0.001, 180)
  };

  private final WaitingTime waitingTime = new WaitingTime(5, HORIZON, 400);

  private int told;
  private int within;
  private int withinByRate;
  private int withinByCertainRates;
  private int laterThanPositionByRate;

  @Test
  void whatComesTrueLiesInTheIntervalInEightOfTenQueues() {
    for (int n = 0; n < TRUTHS.length; n++) {
      var before = new int[] {told, within};
      var random = new Random(100 + n);
      for (int history = 0; history < HISTORIES; history++) {
        oneQueue(TRUTHS[n], random, history);
      }
      System.out.println(
          "calibration: %s, seed %d: %.1f %% of %d within"
              .formatted(
                  TRUTHS[n],
                  100 + n,
                  100.0 * (within - before[1]) / (told - before[0]),
                  told - before[0]));
    }
    System.out.println(
        "calibration: within %.3f; by position and rate %.3f, by certain rates %.3f; later than position by rate %.3f"
            .formatted(
                part(within),
                part(withinByRate),
                part(withinByCertainRates),
                part(laterThanPositionByRate)));
    assertThat(told).isGreaterThanOrEqualTo(2_000);
    assertThat(part(within)).isBetween(0.75, 0.85);
    // The controls: what is left out makes the interval a lie.
    assertThat(part(withinByRate)).isLessThan(0.6);
    assertThat(part(withinByCertainRates)).isLessThan(0.75);
  }

  private void oneQueue(Truth truth, Random random, int seed) {
    var queue = SeenQueue.untilToday(truth, random.nextInt(40), random);
    var history = queue.history();
    if (waitingTime.estimate(history, seed) instanceof Interval interval) {
      var wait = Math.min(HORIZON, queue.trueWait());
      told++;
      within += interval.p10Days() <= wait && wait <= interval.p90Days() ? 1 : 0;
      withinByRate += isWithinByRate(history, wait) ? 1 : 0;
      withinByCertainRates += isWithinByCertainRates(history, wait, seed) ? 1 : 0;
      laterThanPositionByRate += wait > positionByRate(history) ? 1 : 0;
    }
  }

  /** Position by rate, and as far around it as vacancies at that rate would scatter. */
  private static boolean isWithinByRate(QueueHistory history, double wait) {
    var scatter = 1.2816 / Math.sqrt(history.ahead() + 1.0);
    return Math.abs(wait / positionByRate(history) - 1) <= scatter;
  }

  private static double positionByRate(QueueHistory history) {
    return (history.ahead() + 1.0) * history.days() / history.vacancies().size();
  }

  /** The same futures, all with the rates that were seen as if they were the true ones. */
  private boolean isWithinByCertainRates(QueueHistory history, double wait, int seed) {
    var random = new Random(seed);
    var future =
        new Future(
            (double) history.vacancies().size() / history.days(),
            (double) history.arrivals().size() / history.days(),
            (double) history.withdrawals().size() / Math.max(1, history.daysAhead()),
            random);
    var waits =
        DoubleStream.generate(() -> future.daysUntilPlace(history.ahead(), HORIZON))
            .limit(waitingTime.runs())
            .sorted()
            .toArray();
    return Math.floor(waits[40]) <= wait && wait <= Math.ceil(waits[359]);
  }

  private double part(int count) {
    return (double) count / told;
  }
}
