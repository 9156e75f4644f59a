package city.huiwei.inventory.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside a map that holds the same seats. */
class SeatTableTest {

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 40", "3, 5000"})
  void itAnswersAsAMapDoes(long seed, int range) {
    var random = new Random(seed);
    var table = new SeatTable();
    var map = new HashMap<UUID, Seat>();
    for (int n = 0; n < 50_000; n++) {
      var id = new UUID(7, random.nextInt(range));
      var seat = Seat.of(id, n, n + 1, 0, false);
      if (random.nextBoolean()) {
        assertThat(table.add(seat)).isEqualTo(map.putIfAbsent(id, seat) == null);
      } else {
        table.remove(seat);
        map.remove(id);
      }
      var asked = new UUID(7, random.nextInt(range));
      assertThat(table.get(asked)).as("seed %d, after %d", seed, n).isEqualTo(map.get(asked));
    }
  }
}
