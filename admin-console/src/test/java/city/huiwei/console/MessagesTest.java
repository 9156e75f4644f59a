package city.huiwei.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.huiwei.ops.house.PageForms;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of the console has words in both languages, and every word is used. */
class MessagesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Pattern KEY =
      Pattern.compile("(?:#\\{|msg\\('|getMessage\\(\")([a-z][a-z.-]*[a-z])[}(\"']");
  private static final Pattern BEGINNING = Pattern.compile("'([a-z.-]+\\.)' \\+");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("console-messages")).isEqualTo(keys("console-messages_en"));
  }

  @Test
  void everyKeyThatIsAskedForHasWords() throws IOException {
    var known = new TreeSet<>(keys("console-messages"));
    known.addAll(keys("look-messages"));
    assertThat(known).containsAll(found(KEY));
  }

  @Test
  void everyWordIsUsed() throws IOException {
    var used = found(KEY);
    var beginnings = found(BEGINNING);
    beginnings.addAll(Set.of("part.", "fault.", "stock.file.", "stock.content."));
    assertThat(keys("console-messages"))
        .allMatch(key -> used.contains(key) || beginnings.stream().anyMatch(key::startsWith));
  }

  @ParameterizedTest
  @MethodSource("composed")
  void everyComposedKeyHasWords(String key) throws IOException {
    assertThat(keys("console-messages")).contains(key);
  }

  static Set<String> composed() {
    return Composed.keys();
  }

  @Test
  void noTextStandsBareInATemplate() throws IOException {
    var bare = Pattern.compile(">[^<]*[\\p{IsHan}A-Za-z]{2,}[^<]*<");
    for (var template : files(".html")) {
      var text =
          Files.readString(template)
              .replaceAll("(?s)<!--.*?-->|<script.*?</script>", "")
              // The names of languages are written in themselves.
              .replaceAll(">(中文|English)<", "><");
      assertThat(bare.matcher(text).results().map(hit -> hit.group())).as("%s", template).isEmpty();
    }
  }

  @Test
  void everyPostedFormCarriesItsMark() {
    assertThat(PageForms.unguarded(MAIN.resolve("resources/templates"))).isEmpty();
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    var keys = new TreeSet<String>();
    for (var file : files(".html", ".java")) {
      pattern.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).forEach(keys::add);
    }
    return keys;
  }

  private static Set<Path> files(String... endings) throws IOException {
    try (var files = Files.walk(MAIN)) {
      return files
          .filter(file -> Set.of(endings).stream().anyMatch(file.toString()::endsWith))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> keys(String file) throws IOException {
    var properties = new Properties();
    try (Reader words =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/" + file + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(words);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
