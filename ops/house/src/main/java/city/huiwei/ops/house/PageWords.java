package city.huiwei.ops.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the words of a module's pages: a key without words in one of the languages, a
 * key nobody uses, a text that stands in a template itself.
 *
 * @param folder of the module's {@code src/main} or of something laid out like it
 * @param messages base name of its own words
 * @param others base names on the class path whose words its pages may use too
 */
public record PageWords(Path folder, String messages, List<String> others) {

  private static final Pattern NOT_SAID = Pattern.compile("<!--.*?-->|&\\w+;", Pattern.DOTALL);
  // Attributes may hold a ">" in quotes.
  private static final Pattern TAG =
      Pattern.compile("<[^\"'>]*(\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>");
  private static final Pattern SAID =
      Pattern.compile("(?<![:\\w-])(alt|title|placeholder|aria-label)=\"[^\"]*\\p{L}[^\"]*\"");
  private static final Pattern INLINE =
      Pattern.compile("<style|<script(?![^>]*src=)|\\s(style|on[a-z]+)=\"");
  private static final Pattern KEY =
      Pattern.compile("#\\{([\\w.-]+)|#messages\\.msg\\('([\\w.-]+)'[,)]");
  private static final Pattern PREFIX = Pattern.compile("'([\\w-]+\\.(?:[\\w-]+\\.)*)'\\s*\\+");
  private static final Pattern JAVA_PREFIX = Pattern.compile("\"([\\w-]+\\.(?:[\\w-]+\\.)*)\"");
  private static final Pattern JAVA_KEY = Pattern.compile("\"([\\w-]+(?:\\.[\\w-]+)+)\"");

  /** Keys that have words in one language only. */
  public Set<String> untranslated() {
    var chinese = keys("");
    var english = keys("_en");
    return Stream.concat(
            chinese.stream().filter(key -> !english.contains(key)),
            english.stream().filter(key -> !chinese.contains(key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keys that a template names and nobody has words for. */
  public Set<String> missing() {
    var known = keys("");
    others.forEach(other -> known.addAll(load(other + ".properties")));
    return templates().stream()
        .flatMap(template -> found(KEY, template))
        .filter(key -> !known.contains(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Words of its own that neither a template nor a class asks for, by name or by family. */
  public Set<String> unused() {
    var pages = templates();
    var classes = files("java", ".java");
    var named =
        Stream.concat(
                pages.stream().flatMap(page -> found(KEY, page)),
                classes.stream().flatMap(type -> found(JAVA_KEY, type)))
            .collect(Collectors.toSet());
    var families =
        Stream.concat(
                pages.stream().flatMap(page -> found(PREFIX, page)),
                classes.stream().flatMap(type -> found(JAVA_PREFIX, type)))
            .collect(Collectors.toSet());
    return keys("").stream()
        .filter(key -> !named.contains(key) && families.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Text, scripts and styles that stand in a template itself. */
  public List<String> bare() {
    return templates().stream()
        .flatMap(template ->
            Stream.of(text(template), all(SAID, template), all(INLINE, template)).flatMap(it -> it))
        .toList();
  }

  private static Stream<String> text(String template) {
    return TAG.matcher(template)
        .replaceAll("\n")
        .lines()
        .map(String::strip)
        .filter(line -> line.chars().anyMatch(Character::isLetter));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).map(String::strip);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1));
  }

  private Set<String> keys(String language) {
    return load(messages + language + ".properties");
  }

  private List<String> templates() {
    return files("resources/templates", ".html").stream()
        .map(template -> NOT_SAID.matcher(template).replaceAll(""))
        .toList();
  }

  private static Set<String> load(String resource) {
    var properties = new Properties();
    try (var words = PageWords.class.getClassLoader().getResourceAsStream(resource)) {
      if (words == null) {
        throw new IllegalStateException("no words at " + resource);
      }
      properties.load(words);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private List<String> files(String part, String ending) {
    var root = folder.resolve(part);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(ending)).map(PageWords::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
