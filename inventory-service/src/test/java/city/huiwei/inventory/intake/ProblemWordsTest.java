package city.huiwei.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.inventory.sheet.UnreadableFile;
import city.huiwei.inventory.stockfile.Flaw;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemWordsTest {

  private static final ResourceBundle CHINESE = words(Locale.ROOT);
  private static final ResourceBundle ENGLISH = words(Locale.ENGLISH);

  @ParameterizedTest
  @MethodSource("codes")
  void everyProblemHasWordsAndARemedyInBothLanguages(String code) {
    for (var key : new String[] {"reason." + code, "reason." + code + ".remedy"}) {
      assertThat(CHINESE.getString(key)).containsPattern("\\p{IsHan}");
      assertThat(ENGLISH.getString(key)).containsPattern("[A-Za-z]{3}");
      assertThat(facts(CHINESE.getString(key))).isEqualTo(facts(ENGLISH.getString(key)));
    }
  }

  static Stream<String> codes() {
    return Stream.of(
            Arrays.stream(Flaw.values()).map(Flaw::name),
            Arrays.stream(UnreadableFile.Why.values()).map(UnreadableFile.Why::name),
            Stream.of("UNIT_KEPT", "UNKNOWN_FILE", "IMPORT_ID_REUSED"))
        .flatMap(all -> all);
  }

  private static Set<String> facts(String words) {
    return Pattern.compile("\\{\\w+}")
        .matcher(words)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  private static ResourceBundle words(Locale locale) {
    return ResourceBundle.getBundle(
        "inventory-messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
