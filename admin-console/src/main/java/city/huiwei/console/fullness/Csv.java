package city.huiwei.console.fullness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines that spreadsheet programs open as they are (RFC 4180). What one of them would take for a
 * formula is text: a name that begins with an equals sign must not run on a colleague's machine.
 */
final class Csv {

  /** Spreadsheet programs take a file without it for one of another encoding. */
  static final String BEGINNING = "\uFEFF";

  private static final List<String> FORMULAS = List.of("=", "+", "-", "@", "\t", "\r");

  private Csv() {}

  static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    var text = Objects.toString(value, "");
    var plain =
        value instanceof Number || FORMULAS.stream().noneMatch(text::startsWith)
            ? text
            : "'" + text;
    return plain.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0)
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
