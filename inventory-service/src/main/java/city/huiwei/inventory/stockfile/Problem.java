package city.huiwei.inventory.stockfile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, as facts; its words are the message {@code reason.<code>}.
 *
 * @param row as the person sees it, the header being 1; absent when it is about the whole file
 * @param column the header as in the file
 * @param value what stands there, its first 80 characters
 * @param code a {@link Flaw}, or why a file is unreadable
 */
public record Problem(
    @Nullable Integer row,
    @Nullable String column,
    @Nullable String value,
    String code,
    Map<String, Object> facts) {

  private static final int SHOWN = 80;

  public Problem {
    value = value == null ? null : cut(value);
    facts = Map.copyOf(facts);
  }

  public static Problem ofFile(String code, Map<String, Object> facts) {
    var line = facts.get("line") instanceof Number number ? number.intValue() : null;
    return new Problem(line, null, null, code, facts);
  }

  private static String cut(String value) {
    return value.codePointCount(0, value.length()) <= SHOWN
        ? value
        : value.substring(0, value.offsetByCodePoints(0, SHOWN));
  }
}
