package city.huiwei.booking.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are ranked by buttons. */
class MoveTest {

  @ParameterizedTest
  @CsvSource({
    "sites up b, b a c",
    "sites up a, a b c",
    "sites down b, a c b",
    "sites down c, a b c",
    "sites away b, a c",
    "sites add, a b c",
    "sites up nowhere, a b c",
    "sites down nowhere, a b c",
    "sites away nowhere, a b c",
  })
  void anAnswerGoesAStepAndNeverOffTheEnd(String said, String order) {
    var move = Move.parse(said).orElseThrow();
    assertThat(String.join(" ", move.of(List.of("a", "b", "c")))).isEqualTo(order);
    assertThat(move.code()).isEqualTo("sites");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sites", "sites sideways a"})
  void whatNoButtonSaysIsNoMove(String said) {
    assertThat(Move.parse(said)).isEmpty();
  }

  @Test
  void whatIsChosenFromTheListStandsAtTheEnd() {
    var form = new Form(List.of(Question.rankedCodes("wish", "sites", 5)));
    var typed = Map.of("sites", List.of("", "b", "a", "c"));
    assertThat(form.read(typed).all("sites")).containsExactly("b", "a", "c");
  }
}
