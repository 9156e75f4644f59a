package city.huiwei.booking.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A queue that truly happens, and what is seen of it until today. */
final class SeenQueue {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /**
   * How a queue truly is, in rates per day.
   *
   * @param withdrawals of each who is ahead
   * @param days for how long it has been seen
   */
  record Truth(double vacancies, double arrivals, double withdrawals, int days) {}

  private final Truth truth;
  private final Random random;
  private final List<LocalDate> vacancies = new ArrayList<>();
  private final List<LocalDate> arrivals = new ArrayList<>();
  private final List<LocalDate> withdrawals = new ArrayList<>();
  private int ahead;
  private double day;

  private SeenQueue(Truth truth, int ahead, Random random) {
    this.truth = truth;
    this.random = random;
    this.ahead = ahead;
    this.day = -truth.days();
  }

  /** One whose last still waits today, in which about so many are ahead by then. */
  static SeenQueue untilToday(Truth truth, int aheadToday, Random random) {
    while (true) {
      var drained = (truth.vacancies() - truth.arrivals() + truth.withdrawals() * aheadToday);
      var queue = new SeenQueue(truth, aheadToday + (int) (drained * truth.days()), random);
      if (queue.ahead >= 0 && queue.happensUntil(0)) {
        return queue;
      }
    }
  }

  QueueHistory history() {
    return new QueueHistory(
        TODAY.minusDays(truth.days()), TODAY, vacancies, arrivals, withdrawals, ahead);
  }

  /** What comes true after today. */
  double trueWait() {
    var then = new SeenQueue(truth, ahead, random);
    then.day = 0;
    return then.happensUntil(Double.MAX_VALUE) ? Double.MAX_VALUE : then.day;
  }

  /** Whether the last still waits then. */
  private boolean happensUntil(double end) {
    while (true) {
      var all = truth.vacancies() + truth.arrivals() + truth.withdrawals() * ahead;
      day -= Math.log(1 - random.nextDouble()) / all;
      if (day >= end || day > 100_000) {
        return true;
      }
      var what = random.nextDouble() * all;
      if (what < truth.vacancies() && ahead == 0) {
        return false;
      }
      note(
          what < truth.vacancies()
              ? vacancies
              : what < truth.vacancies() + truth.arrivals() ? arrivals : withdrawals);
    }
  }

  private void note(List<LocalDate> happening) {
    ahead += happening == arrivals ? 1 : -1;
    if (day < 0) {
      happening.add(TODAY.plusDays((long) Math.floor(day)));
    }
  }
}
