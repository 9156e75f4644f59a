package city.huiwei.booking.estimate;

import java.util.Random;

/**
 * One way in which a queue may go on, in rates per day.
 *
 * @param withdrawals of each who is ahead
 */
record Future(double vacancies, double arrivals, double withdrawals, Random random) {

  /** Days until a vacancy finds nobody ahead, or the horizon when that is sooner. */
  double daysUntilPlace(int ahead, int horizonDays) {
    double day = 0;
    while (true) {
      var all = vacancies + arrivals + withdrawals * ahead;
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
}
