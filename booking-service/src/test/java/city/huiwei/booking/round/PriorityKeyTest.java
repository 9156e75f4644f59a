package city.huiwei.booking.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A seat goes before a brother or sister, that before the category, that before points. */
class PriorityKeyTest {

  private static final Comparator<PriorityKey> RULE =
      Comparator.comparing((PriorityKey key) -> !key.hasSeat())
          .thenComparing(key -> !key.hasSeat() && !key.hasSibling())
          .thenComparing(PriorityKey::category)
          .thenComparing(Comparator.comparing(PriorityKey::points).reversed());

  @Test
  void eachRuleGoesBeforeAllThatFollow() {
    assertThat(key(true, false, 9, 0)).isLessThan(key(false, true, 1, 999));
    assertThat(key(false, true, 9, 0)).isLessThan(key(false, false, 1, 999));
    assertThat(key(false, false, 1, 0)).isLessThan(key(false, false, 2, 999));
    assertThat(key(false, false, 1, 20)).isLessThan(key(false, false, 1, 10));
  }

  @Test
  void theNumberIsInTheOrderOfTheRule() {
    var random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      var one = any(random);
      var other = any(random);
      assertThat(Integer.signum(Integer.compare(one.value(), other.value())))
          .isEqualTo(Integer.signum(RULE.compare(one, other)));
    }
  }

  @Test
  void whatItWasMadeOfCanBeReadFromIt() {
    var random = new Random(8);
    for (int n = 0; n < 5_000; n++) {
      var key = any(random);
      var read = PriorityKey.of(key.value());
      assertThat(read.value()).isEqualTo(key.value());
      assertThat(read.category()).isEqualTo(key.category());
      assertThat(read.points()).isEqualTo(key.points());
      assertThat(read.hasSeat()).isEqualTo(key.hasSeat());
    }
  }

  @Test
  void whatHasNoPlaceInTheOrderIsRefused() {
    assertThatThrownBy(() -> new PriorityKey(false, false, 1_000, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PriorityKey(false, false, 1, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PriorityKey any(Random random) {
    return new PriorityKey(
        random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextInt(4), random.nextInt(40));
  }

  private static int key(boolean seat, boolean sibling, int category, int points) {
    return new PriorityKey(seat, sibling, category, points).value();
  }
}
