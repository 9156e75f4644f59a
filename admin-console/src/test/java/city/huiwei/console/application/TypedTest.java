package city.huiwei.console.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes with a form is read as answers and as the form's own fields. */
class TypedTest {

  @ParameterizedTest
  @CsvSource({
    "up b, b a c",
    "up a, a b c",
    "down b, a c b",
    "down c, a b c",
    "away b, a c",
    "away z, a b c",
    "up z, a b c"
  })
  void aRankedAnswerMovesAsItsButtonSays(String move, String expected) {
    var typed =
        new Typed(
            Map.of(
                "wish.sites", List.of("", "a", "b", "c", ""),
                "move", List.of("wish.sites " + move)));
    assertThat(typed.answers().get("wish.sites")).containsExactly(expected.split(" "));
  }

  @Test
  void onlyWhatIsCalledLikeAQuestionIsAnAnswer() {
    var typed = new Typed(Map.of("version", List.of("3"), "elder.level", List.of("2")));
    assertThat(typed.answers()).containsOnlyKeys("elder.level");
    assertThat(typed.number("version")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"three", "-1", "1.5", "12345678901", "''"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(new Typed(Map.of("version", List.of(text))).number("version")).isNull();
  }

  @Test
  void whatWasTypedIsNeverShownAsText() {
    assertThat(new Typed(Map.of("elder.name", List.of("林秀英")))).hasToString("Typed[elder.name]");
  }
}
