package city.huiwei.inventory.stockfile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;

/**
 * A column: its headers in both languages, whether it must be filled, and how a cell is read.
 *
 * @param reading gets text that is not blank, without blanks around it
 */
record Column(String en, String zh, boolean required, Function<String, Read> reading) {

  static Column of(String en, String zh, Function<String, Read> reading) {
    return new Column(en, zh, true, reading);
  }

  Column optional() {
    return new Column(en, zh, false, reading);
  }

  boolean isCalled(String header) {
    var name = plain(header).toLowerCase(Locale.ROOT);
    return name.equals(en) || name.equals(zh);
  }

  /** Full-width letters, digits and signs as their usual forms, without blanks around. */
  static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
      }
    }
    return text.strip();
  }
}
