package city.huiwei.booking.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have changed it is the first thing in which the other one is before. */
class ChangeTest {

  @ParameterizedTest
  @CsvSource({
    "2, 10, 1, 0, CHANGE_CATEGORY",
    "1, 10, 1, 20, CHANGE_POINTS",
    "1, 20, 1, 20, CHANGE_NOTHING_BUT_TIME",
    "1, 30, 1, 20, CHANGE_NOTHING_BUT_TIME",
    "1, 0, 2, 40, CHANGE_NOTHING_BUT_TIME",
  })
  void theFirstDifferenceCounts(
      int category, int points, int otherCategory, int otherPoints, String code) {
    assertThat(Change.of(key(category, points), key(otherCategory, otherPoints)).code())
        .isEqualTo(code);
  }

  private static Explanation.Key key(int category, int points) {
    return new Explanation.Key(category, points, Instant.EPOCH);
  }
}
