package city.huiwei.booking.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.estimate.Estimate.Interval;
import city.huiwei.booking.estimate.Estimate.Unknown;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTimeTest {

  private static final LocalDate TODAY = SeenQueue.TODAY;
  private static final LocalDate FROM = TODAY.minusDays(100);
  private static final int HORIZON = 3_650;

  private final WaitingTime waitingTime = new WaitingTime(5, HORIZON, 400);

  @ParameterizedTest
  @CsvSource({"0, true", "4, true", "5, false", "6, false"})
  void withFewerThanFiveVacanciesSeenNothingIsTold(int vacancies, boolean isUnknown) {
    var estimate = waitingTime.estimate(queue(vacancies, 0, 0, 3), 1);
    assertThat(estimate instanceof Unknown).isEqualTo(isUnknown);
    assertThat(isUnknown).isEqualTo(estimate.equals(new Unknown(vacancies, 5)));
  }

  @Test
  void theSameHistoryAndSeedGiveTheSameInterval() {
    var history = queue(20, 5, 3, 12);
    assertThat(waitingTime.estimate(history, 7)).isEqualTo(waitingTime.estimate(history, 7));
    assertThat(waitingTime.estimate(history, 7)).isNotEqualTo(waitingTime.estimate(history, 8));
  }

  @Test
  void whoIsFurtherBackOrSeesFewerVacanciesOrMoreArrivalsWaitsLonger() {
    var here = median(queue(20, 5, 3, 12));
    assertThat(median(queue(20, 5, 3, 24))).isGreaterThan(here);
    assertThat(median(queue(10, 5, 3, 12))).isGreaterThan(here);
    assertThat(median(queue(20, 12, 3, 12))).isGreaterThan(here);
    assertThat(median(queue(20, 5, 12, 12))).isLessThan(here);
  }

  /** Twenty vacancies in a hundred days: the next one is 5 days away, give or take. */
  @Test
  void whoIsFirstWaitsForTheNextVacancy() {
    assertThat(waitingTime.estimate(queue(20, 0, 0, 0), 1))
        .isInstanceOfSatisfying(
            Interval.class,
            interval -> {
              assertThat(interval.p10Days()).isBetween(0, 1);
              assertThat(interval.p50Days()).isBetween(3, 4);
              assertThat(interval.p90Days()).isBetween(10, 14);
            });
  }

  /** Twenty vacancies a day and nobody else who comes or goes: ten thousand wait 500 days. */
  @Test
  void aLongQueueIsPlayedThroughInLargerSteps() {
    assertThat(waitingTime.estimate(queue(2_000, 0, 0, 10_000), 1))
        .isInstanceOfSatisfying(
            Interval.class,
            interval -> {
              assertThat(interval.p10Days()).isBetween(470, 495);
              assertThat(interval.p50Days()).isBetween(490, 512);
              assertThat(interval.p90Days()).isBetween(505, 530);
            });
  }

  @Test
  void whatTakesLongerThanTheHorizonIsToldAsThat() {
    assertThat(waitingTime.estimate(queue(5, 40, 0, 50), 1))
        .isInstanceOfSatisfying(
            Interval.class,
            interval -> {
              assertThat(interval.p90Days()).isEqualTo(HORIZON);
              assertThat(interval.isBeyond(interval.p90Days())).isTrue();
              assertThat(interval.isBeyond(HORIZON - 1)).isFalse();
            });
  }

  /** Two ahead today; one came on day 8, one had a place on day 5 and one left on day 2. */
  @Test
  void thoseAheadAreFollowedBackFromToday() {
    var from = TODAY.minusDays(10);
    var history =
        new QueueHistory(
            from,
            TODAY,
            List.of(from.plusDays(5)),
            List.of(from.plusDays(8)),
            List.of(from.plusDays(2)),
            2);
    assertThat(history.daysAhead()).isEqualTo(2 + (1 + 1 + 1) + (2 + 2 + 2) + (3 + 3 + 3));
  }

  @Test
  void whatIsNoHistoryIsRefused() {
    var day = List.of(TODAY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueHistory(FROM, TODAY, day, List.of(), List.of(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueHistory(FROM, TODAY, List.of(), List.of(), List.of(), -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueHistory(TODAY, FROM, List.of(), List.of(), List.of(), 1));
  }

  @Test
  void theFileOfRulesIsRead() {
    assertThat(RuleFiles.read("waiting-time", WaitingTimeRules.class).waitingTime())
        .isEqualTo(new WaitingTime(5, HORIZON, 1_000));
  }

  private int median(QueueHistory history) {
    return waitingTime.estimate(history, 1) instanceof Interval interval
        ? interval.p50Days()
        : HORIZON;
  }

  private static QueueHistory queue(int vacancies, int arrivals, int withdrawals, int ahead) {
    return new QueueHistory(FROM, TODAY, days(vacancies), days(arrivals), days(withdrawals), ahead);
  }

  private static List<LocalDate> days(int count) {
    return Collections.nCopies(count, FROM.plusDays(50));
  }
}
