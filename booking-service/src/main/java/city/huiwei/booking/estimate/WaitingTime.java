package city.huiwei.booking.estimate;

import java.util.Arrays;
import java.util.Random;

/**
 * The waiting time as an interval: many futures of the queue are played through, each with rates
 * that agree with what was seen (vacancies, arrivals ahead, withdrawals ahead; Poisson, with a
 * Gamma posterior of Jeffreys' prior each), and the days until a vacancy finds nobody ahead are
 * counted. The same history and seed give the same interval. A run takes as many steps as there are
 * events until then or until the horizon.
 */
public record WaitingTime(int leastVacancies, int horizonDays, int runs) {

  /** What a rate may be, having seen nothing: Jeffreys' prior of a Poisson rate. */
  private static final double UNSEEN = 0.5;

  public Estimate estimate(QueueHistory history, long seed) {
    var seen = history.vacancies().size();
    return seen < leastVacancies
        ? new Estimate.Unknown(seen, leastVacancies)
        : interval(waits(history, new Random(seed)));
  }

  private double[] waits(QueueHistory history, Random random) {
    var vacancies = new Rate(history.vacancies().size() + UNSEEN, history.days());
    var arrivals = new Rate(history.arrivals().size() + UNSEEN, history.days());
    var withdrawals = new Rate(history.withdrawals().size() + UNSEEN, history.daysAhead());
    var waits = new double[runs];
    for (int run = 0; run < runs; run++) {
      var future =
          new Future(
              vacancies.draw(random), arrivals.draw(random), withdrawals.draw(random), random);
      waits[run] = future.daysUntilPlace(history.ahead(), horizonDays);
    }
    Arrays.sort(waits);
    return waits;
  }

  private Estimate interval(double[] waits) {
    return new Estimate.Interval(
        (int) Math.floor(quantile(waits, 0.1)),
        (int) Math.rint(quantile(waits, 0.5)),
        (int) Math.ceil(quantile(waits, 0.9)),
        horizonDays);
  }

  private static double quantile(double[] sorted, double part) {
    return sorted[(int) Math.rint(part * (sorted.length - 1))];
  }
}
