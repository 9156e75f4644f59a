package city.huiwei.inventory.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY: tabs between values, {@code \N} for none. */
final class CopyText {

  private final StringBuilder text = new StringBuilder();

  void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      var value = values[i];
      if (value == null) {
        text.append("\\N");
      } else {
        escape(value.toString());
      }
    }
    text.append('\n');
  }

  int length() {
    return text.length();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(value.charAt(i));
      }
    }
  }
}
