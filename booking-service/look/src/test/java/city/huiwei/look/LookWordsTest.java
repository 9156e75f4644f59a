package city.huiwei.look;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.ops.house.PageWords;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts that all pages share say what they say in both languages. */
class LookWordsTest {

  private final PageWords look = new PageWords(Path.of("src/main"), "look-messages", List.of());

  @Test
  void thePartsOfTheLookHaveAllTheirWordsInBothLanguages() {
    assertThat(look.untranslated()).isEmpty();
    assertThat(look.missing()).isEmpty();
    assertThat(look.unused()).isEmpty();
    assertThat(look.bare()).isEmpty();
  }
}
