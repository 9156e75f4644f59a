package city.huiwei.booking.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingKeyTest {

  private static final String LOW =
      "0689a648434a2015193be9e765675411c41e08465ea704af3ff5881ae788ceb4";
  private static final String HIGH =
      "dd7bbd015231cb79511479efe7cf2e7accf3a0e6998836e85b8fa672ccc8acfb";
  private static final String FIRST_ID = "0198c1f0-0000-7000-8000-000000000001";
  private static final String LAST_ID = "f198c1f0-0000-7000-8000-000000000001";

  /** Each line differs from the first in what comes later in the order all the worse. */
  @ParameterizedTest
  @CsvSource({
    "1 0 2026-12-31 high last, 2 90 2026-01-01 low first",
    "2 43 2026-12-31 high last, 2 42 2026-01-01 low first",
    "2 1 2026-12-31 high last, 2 -1 2026-01-01 low first",
    "2 42 2026-01-01 high last, 2 42 2026-01-02 low first",
    "2 42 2026-01-01 low last, 2 42 2026-01-01 high first",
    "2 42 2026-01-01 high last, 2 42 2026-01-01 undrawn first",
    "2 42 2026-01-01 low first, 2 42 2026-01-01 low last"
  })
  void theFirstDifferenceDecides(String first, String last) {
    assertThat(key(first)).isLessThan(key(last));
    assertThat(key(last)).isGreaterThan(key(first));
  }

  /** Java compares the halves of a UUID as signed numbers: it would put this one first. */
  @Test
  void applicationsAreInTheOrderOfTheDatabase() {
    assertThat(UUID.fromString(LAST_ID)).isLessThan(UUID.fromString(FIRST_ID));
    assertThat(key("1 1 2026-01-01 low last")).isGreaterThan(key("1 1 2026-01-01 low first"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theOrderIsTotal(long seed) {
    System.out.println("ranking keys: seed " + seed);
    var random = new Random(seed);
    var keys = Stream.generate(() -> randomKey(random)).limit(60).toList();
    for (var a : keys) {
      for (var b : keys) {
        assertThat(sign(a, b)).as("seed %d", seed).isEqualTo(-sign(b, a));
        assertThat(sign(a, b) == 0).as("seed %d", seed).isEqualTo(a.equals(b));
        for (var c : keys) {
          assertThat(sign(a, b) > 0 || sign(b, c) > 0 || sign(a, c) <= 0)
              .as("seed %d: %s, %s, %s", seed, a, b, c)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void anyOrderOfReadingGivesTheSameRanking(long seed) {
    System.out.println("ranking keys: seed " + seed);
    var random = new Random(seed);
    var keys = new ArrayList<>(Stream.generate(() -> randomKey(random)).limit(500).toList());
    var ranking = keys.stream().sorted().toList();
    Collections.shuffle(keys, random);
    assertThat(keys.stream().sorted()).containsExactlyElementsOf(ranking);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void theTextIsReadBack(long seed) {
    System.out.println("ranking keys: seed " + seed);
    var random = new Random(seed);
    for (int n = 0; n < 1_000; n++) {
      var key = randomKey(random);
      assertThat(RankingKey.parse(key.text())).as("seed %d", seed).isEqualTo(key);
    }
  }

  @Test
  void theTextIsInTheOrderOfTheRanking() {
    assertThat(key("2 -42 2026-03-01 low first").text())
        .isEqualTo("2/-42/2026-03-01/" + LOW + "/" + FIRST_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1/2/2026-03-01", "x/2/2026-03-01/low/first", "1/2/2026-03-01/LOW/id"})
  void whatIsNoKeyIsRefused(String text) {
    var full =
        text.replace("low", LOW)
            .replace("LOW", LOW.toUpperCase(Locale.ROOT))
            .replace("id", FIRST_ID);
    assertThatIllegalArgumentException().isThrownBy(() -> RankingKey.parse(full));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "06", "0689A648434A2015193BE9E765675411C41E08465EA704AF3FF5881AE788CEB4"})
  void aBallotNumberIs32BytesInLowerCase(String ballot) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankingKey(1, 1, LocalDate.EPOCH, ballot, new UUID(0, 0)));
  }

  private static int sign(RankingKey one, RankingKey other) {
    return Integer.signum(one.compareTo(other));
  }

  private static RankingKey key(String words) {
    var named =
        words
            .replace(' ', '/')
            .replace("low", LOW)
            .replace("high", HIGH)
            .replace("undrawn", RankingKey.UNDRAWN)
            .replace("first", FIRST_ID)
            .replace("last", LAST_ID);
    return RankingKey.parse(named);
  }

  /** Of few values each, so that every difference comes to decide. */
  private static RankingKey randomKey(Random random) {
    return new RankingKey(
        random.nextInt(2),
        random.nextInt(3) - 1,
        LocalDate.EPOCH.plusDays(random.nextInt(2)),
        List.of(LOW, HIGH, RankingKey.UNDRAWN).get(random.nextInt(3)),
        new UUID(random.nextBoolean() ? -1 : 1, random.nextBoolean() ? -1 : 1));
  }
}
