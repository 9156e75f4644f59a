package city.huiwei.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lanes remember together has a bound, also while a large pool is being read. */
class RememberedTest {

  private static final int MOST = 1_000;
  private static final LaneMoment NOW = new LaneMoment(1, 1, LocalDate.of(2026, 12, 1));

  private final LaneMemory memory =
      new LaneMemory(
          Caffeine.newBuilder()
              .maximumWeight(MOST)
              .<String, Timeline>weigher((_, timeline) -> timeline.size())
              .executor(Runnable::run)
              .build());

  @Test
  void whoReadsALargePoolForgetsWhatWasNotAskedForLately() {
    memory.isAt(NOW, false);
    var codes = IntStream.range(0, 9).mapToObj(n -> "gh-00" + n + ".studio").toList();
    codes.forEach(code -> memory.remember(Map.of(code, pool(100))));
    assertThat(memory.known(codes)).hasSize(9);

    memory.makeRoom(100);
    assertThat(memory.known(codes)).hasSize(9);

    memory.makeRoom(600);
    assertThat(memory.known(codes)).hasSizeLessThanOrEqualTo(4).isNotEmpty();

    memory.makeRoom(MOST);
    assertThat(memory.known(codes)).isEmpty();
  }

  private static Timeline pool(int units) {
    return new Timeline(
        "gh-001",
        NOW,
        IntStream.range(0, units).mapToObj(n -> new Timeline.Unit("u-" + n, n)).toList());
  }
}
