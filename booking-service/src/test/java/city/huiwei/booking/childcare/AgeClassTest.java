package city.huiwei.booking.childcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages count in whole months on the day a place begins: both sides of every border. */
class AgeClassTest {

  @ParameterizedTest
  @CsvSource({
    // type, born, day, takes
    "infant, 2026-06-16, 2026-12-15, false",
    "infant, 2026-06-15, 2026-12-15, true",
    "infant, 2025-12-16, 2026-12-15, true",
    "infant, 2025-12-15, 2026-12-15, false",
    "young-toddler, 2025-12-16, 2026-12-15, false",
    "young-toddler, 2025-12-15, 2026-12-15, true",
    "young-toddler, 2024-12-16, 2026-12-15, true",
    "young-toddler, 2024-12-15, 2026-12-15, false",
    "older-toddler, 2024-12-16, 2026-12-15, false",
    "older-toddler, 2024-12-15, 2026-12-15, true",
    "older-toddler, 2023-12-16, 2026-12-15, true",
    "older-toddler, 2023-12-15, 2026-12-15, false",
    "mixed, 2025-06-16, 2026-12-15, false",
    "mixed, 2025-06-15, 2026-12-15, true",
    "mixed, 2023-12-16, 2026-12-15, true",
    "mixed, 2023-12-15, 2026-12-15, false",
    // Months without such a day: the last one counts.
    "infant, 2026-08-31, 2027-02-27, false",
    "infant, 2026-08-31, 2027-02-28, true",
    "young-toddler, 2024-02-29, 2025-02-27, false",
    "young-toddler, 2024-02-29, 2025-02-28, true",
    "young-toddler, 2024-02-29, 2026-02-27, true",
    "young-toddler, 2024-02-29, 2026-02-28, false",
    "older-toddler, 2025-03-31, 2028-03-30, true",
    "older-toddler, 2025-03-31, 2028-03-31, false",
  })
  void aClassTakesAChildOfItsAge(String type, LocalDate born, LocalDate day, boolean takes) {
    assertThat(Classes.ages(type).takes(born, day)).isEqualTo(takes);
  }

  /** From six months to three years there is exactly one class of one age for every child. */
  @Test
  void onEveryDayAChildIsInOneClassOfItsAge() {
    var random = new Random(58);
    for (int n = 0; n < 20_000; n++) {
      var born = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_500));
      var day = born.plusDays(random.nextInt(1_200));
      var isInAge = !day.isBefore(born.plusMonths(6)) && day.isBefore(born.plusMonths(36));
      var classes =
          Stream.of("infant", "young-toddler", "older-toddler")
              .filter(type -> Classes.ages(type).takes(born, day))
              .toList();
      assertThat(classes).as("born %s, on %s", born, day).hasSize(isInAge ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // 国卫人口发〔2019〕58号, articles 19 and 20
    "infant, 6, 12, 10, 3",
    "young-toddler, 12, 24, 15, 5",
    "older-toddler, 24, 36, 20, 7",
    "mixed, 18, 36, 18, 5",
  })
  void theFiguresAreThoseOfTheirSource(String type, int from, int to, int most, int perCarer) {
    var it = Classes.ages(type);
    assertThat(List.of(it.fromMonth(), it.toMonth(), it.mostChildren(), it.childrenPerCarer()))
        .containsExactly(from, to, most, perCarer);
  }
}
