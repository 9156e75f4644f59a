package city.huiwei.ops.bench.city;

import java.util.Locale;

/** What the bench says while it works, line by line. */
public final class Screen {

  private Screen() {}

  public static void say(String line) {
    System.out.println(line);
  }

  /** A name and what there is to say of it, in two columns. */
  @SuppressWarnings("AnnotateFormatMethod") // Nothing else would need the annotation's library.
  public static void say(String name, String format, Object... figures) {
    say(String.format(Locale.ROOT, "  %-26s ", name) + String.format(Locale.ROOT, format, figures));
  }
}
