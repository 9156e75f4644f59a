package city.huiwei.booking.estimate;

import java.util.Random;

/**
 * One way in which a queue may go on, in rates per day.
 *
 * @param withdrawals of each who is ahead
 */
record Future(double vacancies, double arrivals, double withdrawals, Random random) {

  /** Of a long queue, so small a part changes its rates hardly, and goes in one step. */
  private static final int FEW = 20;

  /** Days until a vacancy finds nobody ahead, or the horizon when that is sooner. */
  double daysUntilPlace(int ahead, int horizonDays) {
    double day = 0;
    while (true) {
      var all = vacancies + arrivals + withdrawals * ahead;
      var together = ahead / FEW;
      if (together > 1) {
        day += Math.max(0, scattered(together, together)) / all;
        ahead += change(together, (arrivals - vacancies - withdrawals * ahead) / all);
        if (!(day < horizonDays)) {
          return horizonDays;
        }
        continue;
      }
      day -= StrictMath.log(1 - random.nextDouble()) / all;
      if (!(day < horizonDays)) {
        return horizonDays;
      }
      var what = random.nextDouble() * all;
      if (what >= vacancies) {
        ahead += what < vacancies + arrivals ? 1 : -1;
      } else if (ahead == 0) {
        return day;
      } else {
        ahead--;
      }
    }
  }

  /** By how much the queue is longer after so many events, each of which adds or takes one. */
  private int change(int events, double mean) {
    var change = scattered(events * mean, events * (1 - mean * mean));
    return (int) Math.rint(Math.clamp(change, -events, events));
  }

  private double scattered(double mean, double variance) {
    return mean + StrictMath.sqrt(variance) * random.nextGaussian();
  }
}
