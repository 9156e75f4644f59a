package city.huiwei.booking.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.booking.form.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody can be told from what is left of an answer. */
class MaskTest {

  @ParameterizedTest
  @CsvSource({
    "TEXT, 林秀英, 林****",
    "TEXT, 𠮷田, 𠮷****",
    "IDENTITY_NUMBER, 440305194401010027, 440****27",
    "TELEPHONE, 13800138001, 138****01",
    "TELEPHONE, 138001, 138****01",
    "TELEPHONE, 12345, ****",
    "EMAIL, lin@example.com, lin****om",
    "DATE, 2026-11-01, 2026-11-01",
    "CREDIT_CODE, 91440300MA0000001X, 91440300MA0000001X"
  })
  void theEndsOfANumberAndTheFirstCharacterOfANameAreLeft(
      Question.Kind kind, String answer, String left) {
    assertThat(Mask.of(Question.of("page", "code", kind), answer)).isEqualTo(left);
  }

  @ParameterizedTest
  @EnumSource(
      value = Question.Kind.class,
      names = {"TEXT", "IDENTITY_NUMBER", "TELEPHONE", "EMAIL"})
  void whatNamesAPersonIsHidden(Question.Kind kind) {
    assertThat(Mask.hides(Question.of("page", "code", kind))).isTrue();
  }
}
