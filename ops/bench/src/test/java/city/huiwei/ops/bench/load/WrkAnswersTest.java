package city.huiwei.ops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import city.huiwei.ops.bench.figures.Latency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class WrkAnswersTest {

  private static final String SAID =
      """
      Running 2s test @ http://localhost:9080
      bench requests=10 micros=2000000 p50=900 p99=1800 connect=0 timeout=1 failed=3 201=7 409=3
      """;

  @Test
  void theLineOfTheScriptIsRead() {
    var answers = WrkAnswers.of(SAID);
    assertThat(answers.seconds()).isEqualTo(2);
    assertThat(answers.latency()).isEqualTo(new Latency(900, 1800));
    assertThat(answers.othersThan("201")).isEqualTo(Map.of("409", 3L, "timeout", 1L));
  }

  @Test
  void aRunThatSaidNothingIsNotTakenForZero() {
    assertThatIllegalStateException().isThrownBy(() -> WrkAnswers.of("unable to connect"));
  }

  @Test
  void twoAtOnceAddUpAndTheSlowerSaysHowLongItTakes() {
    var other = WrkAnswers.of("bench requests=5 micros=2100000 p50=500 p99=9000 201=5");
    var both = WrkAnswers.together(List.of(WrkAnswers.of(SAID), other));
    assertThat(both.count("201")).isEqualTo(12);
    assertThat(both.seconds()).isEqualTo(2.1);
    assertThat(both.latency()).isEqualTo(new Latency(900, 9000));
  }
}
