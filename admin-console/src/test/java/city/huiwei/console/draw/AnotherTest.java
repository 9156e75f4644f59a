package city.huiwei.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnotherTest {

  @ParameterizedTest
  @CsvSource({
    "graduate-housing-2026-12, graduate-housing-2026-12-draw-2",
    "graduate-housing-2026-12-draw-2, graduate-housing-2026-12-draw-3",
    "childcare-draw-9, childcare-draw-10",
  })
  void theNextIdCountsOn(String broken, String next) {
    assertThat(Another.next(broken)).isEqualTo(next);
  }
}
