package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside a tree that holds the same numbers. */
class SortedNumbersTest {

  @ParameterizedTest
  @CsvSource({"1, 50", "2, 1000", "3, 20000"})
  void itAnswersAsATreeDoes(long seed, int range) {
    var random = new Random(seed);
    var numbers = new SortedNumbers();
    var tree = new TreeSet<Long>();
    for (int n = 0; n < 60_000; n++) {
      long number = random.nextInt(range);
      // It grows first and is emptied at last.
      if (random.nextInt(60_000) > n) {
        numbers.add(number);
        tree.add(number);
      } else {
        numbers.remove(number);
        tree.remove(number);
      }
      long asked = random.nextInt(range);
      var ceiling = tree.ceiling(asked);
      assertThat(numbers.ceiling(asked))
          .as("seed %d, after %d", seed, n)
          .isEqualTo(ceiling == null ? SortedNumbers.NONE : ceiling);
      assertThat(numbers.isEmpty()).isEqualTo(tree.isEmpty());
      if (n % 500 == 0) {
        assertThat(descending(numbers)).isEqualTo(new ArrayList<>(tree.descendingSet()));
      }
    }
    for (long number = 0; number < range; number++) {
      numbers.remove(number);
    }
    assertThat(numbers.isEmpty()).isTrue();
  }

  private static ArrayList<Long> descending(SortedNumbers numbers) {
    var all = new ArrayList<Long>();
    numbers.descend(all::add);
    return all;
  }
}
