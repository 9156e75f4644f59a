package city.huiwei.look;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way back inside this site: {@code /places?from=…}, never {@code //elsewhere}. */
final class LocalPath {

  // A browser reads a backslash as a slash and skips tabs and line breaks inside an address.
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private LocalPath() {}

  /** The path asked for, or the front page when it would lead elsewhere. */
  static String of(@Nullable String asked) {
    return asked != null && LOCAL.matcher(asked).matches() ? asked : "/";
  }
}
