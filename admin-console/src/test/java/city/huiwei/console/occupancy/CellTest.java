package city.huiwei.console.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of the sheet says. */
class CellTest {

  @ParameterizedTest
  @CsvSource({
    "0, heat-1",
    "19, heat-1",
    "20, heat-2",
    "39, heat-2",
    "40, heat-3",
    "59, heat-3",
    "60, heat-4",
    "79, heat-4",
    "80, heat-5",
    "100, heat-5"
  })
  void theStepsBeginAtEachFifth(int taken, String look) {
    assertThat(new Cell(100, taken, 0).look()).isEqualTo(look);
  }

  @Test
  void theShareIsOfWhatIsNotBlocked() {
    var cell = new Cell(10, 4, 5);
    assertThat(cell.percentTaken()).isEqualTo(80);
    assertThat(cell.look()).isEqualTo("heat-5 partly-blocked");
    assertThat(cell.free()).isEqualTo(1);
  }

  @Test
  void whereAllIsBlockedThereIsNoShare() {
    var cell = new Cell(10, 0, 10);
    assertThat(cell.percentTaken()).isNull();
    assertThat(cell.look()).isEqualTo("blocked");
  }

  @Test
  void eachFigureIsShownAsAsked() {
    var cell = new Cell(10, 4, 1);
    assertThat(cell.figure(Figure.FREE)).isEqualTo(5);
    assertThat(cell.figure(Figure.TAKEN)).isEqualTo(4);
    assertThat(cell.figure(Figure.BLOCKED)).isEqualTo(1);
  }
}
