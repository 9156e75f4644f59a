package city.huiwei.ops.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class FiguresTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void theMedianIsTheOneInTheMiddleWhateverTheOrder() {
    assertThat(Medians.of(9, 1, 5)).isEqualTo(5, EXACTLY);
    assertThat(Medians.of(1, 9, 5, 2)).isEqualTo(3.5, EXACTLY);
    assertThat(Medians.of(4)).isEqualTo(4, EXACTLY);
    assertThatIllegalArgumentException().isThrownBy(Medians::of);
  }

  @Test
  void ofAHundredAnswersTheFiftiethAndTheNinetyNinthCount() {
    var micros = LongStream.rangeClosed(1, 100).map(n -> 101 - n).toArray();
    assertThat(Latency.of(micros)).isEqualTo(new Latency(50, 99));
  }

  @Test
  void oneAnswerIsEveryPercentile() {
    assertThat(Latency.of(7)).isEqualTo(new Latency(7, 7));
    assertThatIllegalArgumentException().isThrownBy(Latency::of);
  }

  @Test
  void aSlowAnswerInAHundredAndOneIsSeen() {
    var micros = LongStream.rangeClosed(1, 101).map(n -> n < 100 ? 1 : 1_000).toArray();
    assertThat(Latency.of(micros)).isEqualTo(new Latency(1, 1_000));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, false",
    "1000, 670, false",
    "1000, 669, true",
    "1000, 1500, false",
    "1000, 1501, true",
    "1000, 0, true",
    "0, 1000, true",
    "0, 0, true"
  })
  void aRunWhoseControlMovedByHalfIsVoid(double first, double last, boolean isVoid) {
    assertThat(new Control("limit hot", first, last).isVoid()).isEqualTo(isVoid);
  }

  /** The machine drifts from round to round: the ratio of the medians would be 10, not 2. */
  @Test
  void ratiosAreTakenWithinARound() {
    var rounds = List.of(round(100, 100), round(10, 5), round(1_000, 10));
    var row = Row.of("holds", rounds, List.of("limit"), "");
    assertThat(row.ratios()).containsExactly(2.0);
    assertThat(row.perSecond()).isEqualTo(100, EXACTLY);
  }

  @Test
  void cpuIsSharedAmongAllThatWasDone() {
    var one = measured(100, Map.of("postgres", 1.0), Map.of("409", 1L));
    var other = measured(300, Map.of("postgres", 1.0), Map.of("409", 2L, "timeout", 1L));
    var rounds = List.of(new Round(Map.of("holds", one)), new Round(Map.of("holds", other)));
    var row = Row.of("holds", rounds, List.of(), "");
    assertThat(row.cpuMicros()).containsExactly(Map.entry("postgres", 5_000.0));
    assertThat(row.others()).containsExactly(Map.entry("409", 3L), Map.entry("timeout", 1L));
  }

  @Test
  void theTableHasAColumnForEachYardstick() {
    var row =
        new Row(
            "holds", 1_234.5, 950, 12_000, List.of(0.5, 0.25), Map.of("redis", 0.2), Map.of(), "");
    assertThat(new Table(List.of("limit hot", "limit spread"), List.of(row)).markdown().lines())
        .containsExactly(
            "| step | a second | p50 | p99 | ÷ limit hot | ÷ limit spread | CPU µs each |"
                + " other answers | resident after |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            "| holds | 1,235 | 0.95 ms | 12 ms | 0.50 | 0.25 | 0 |  |  |");
  }

  private static Round round(long holds, long limit) {
    return new Round(
        Map.of(
            "holds", measured(holds, Map.of(), Map.of()),
            "limit", measured(limit, Map.of(), Map.of())));
  }

  private static Measured measured(long done, Map<String, Double> cpu, Map<String, Long> others) {
    return new Measured(done, 1, new Latency(1, 1), cpu, others);
  }
}
