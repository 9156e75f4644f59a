package city.huiwei.ops.bench.figures;

import java.util.Locale;

/** Figures as text, the same on every machine whatever its language. */
final class Text {

  private Text() {}

  @SuppressWarnings("AnnotateFormatMethod") // Nothing else would need the annotation's library.
  static String of(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
