package city.huiwei.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of words finds each offence in a page that has them all. */
class PageWordsTest {

  private final PageWords offenders =
      new PageWords(Path.of("src/test/resources/offenders"), "offenders", List.of());

  @Test
  void aKeyThatLacksALanguageIsFound() {
    assertThat(offenders.untranslated()).containsExactly("chinese.only", "english.only");
  }

  @Test
  void aKeyNobodyHasWordsForIsFound() {
    assertThat(offenders.missing()).containsExactly("nowhere.to.be.found");
  }

  @Test
  void aKeyNobodyUsesIsFoundAndAFamilyIsNot() {
    assertThat(offenders.unused()).containsExactly("chinese.only", "forgotten");
  }

  @Test
  void textScriptsAndStylesInATemplateAreFound() {
    assertThat(offenders.bare())
        .containsExactlyInAnyOrder(
            "预订", "Book,", "now", "alert(1)", "alt=\"A room\"", "style=\"", "<script");
  }
}
