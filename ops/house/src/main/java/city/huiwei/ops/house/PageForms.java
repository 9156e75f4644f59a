package city.huiwei.ops.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is wrong with the forms of a module's pages. */
public final class PageForms {

  // Attributes may hold a ">" in quotes.
  private static final String ATTRIBUTES = "(?:[^\"'>]|\"[^\"]*\"|'[^']*')*";
  private static final Pattern POSTED =
      Pattern.compile("<form(?=" + ATTRIBUTES + "\\smethod=\"post\")" + ATTRIBUTES + ">");

  private PageForms() {}

  /**
   * Forms that are posted to a fixed address: only one that Thymeleaf writes gets the mark against
   * forged requests, and without it the service refuses what is sent.
   *
   * @param templates the folder of the templates
   */
  public static List<String> unguarded(Path templates) {
    try (var files = Files.walk(templates)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .flatMap(file -> POSTED.matcher(read(file)).results().map(MatchResult::group))
          .filter(form -> !form.contains("th:action="))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
