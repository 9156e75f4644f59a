package city.huiwei.booking.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.form.Answers;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenListTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate DAY = TODAY.minusDays(10);

  private final Asker asker = new Asker("2", 2, 50, Answers.NONE, 1);

  @Test
  void onlyThoseWhoRankHigherCount() {
    var arrivals =
        List.of(
            new Movement(1, 0, DAY, 3),
            new Movement(2, 51, DAY, 5),
            new Movement(2, 50, DAY, 7),
            new Movement(2, 49, DAY, 11),
            new Movement(3, 99, DAY, 13));
    var history = list(arrivals, arrivals).history(asker, 40, List.of(DAY), 1);
    assertThat(history.arrivals()).hasSize(8);
    // Who came before with the same key stood ahead too, so their leaving counts.
    assertThat(history.withdrawals()).hasSize(15);
    assertThat(history.ahead()).isEqualTo(40);
  }

  @Test
  void whoWantsOtherPlacesDoesNotCount() {
    var arrivals = List.of(new Movement(1, 0, DAY, 60), new Movement(1, 0, DAY.plusDays(1), 40));
    var history = list(arrivals, List.of()).history(asker, 30, List.of(), 0.25);
    assertThat(history.ahead()).isEqualTo(8);
    assertThat(history.arrivals()).hasSize(25);
    assertThat(Collections.frequency(history.arrivals(), DAY)).isEqualTo(15);
  }

  @Test
  void aListIsKnownFromTheFirstThatWasSeenOfIt() {
    var first = TODAY.minusDays(30);
    var arrivals = List.of(new Movement(3, 0, first, 1), new Movement(1, 0, DAY, 1));
    assertThat(list(arrivals, List.of()).history(asker, 0, List.of(DAY), 1).from())
        .isEqualTo(first);
    assertThat(list(List.of(), List.of()).history(asker, 0, List.of(), 1).from()).isEqualTo(TODAY);
  }

  private static SeenList list(List<Movement> arrivals, List<Movement> withdrawals) {
    return new SeenList(TODAY, arrivals, withdrawals, List.of());
  }
}
