package city.huiwei.look;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the page, and how; the layout's {@code reader}.
 *
 * @param here path and query of the page, where a change of language leads back to
 * @param name of the person signed in; absent for a visitor
 */
public record Reader(Locale locale, boolean largeType, String here, @Nullable String name) {

  /** As HTML's {@code lang} wants it. */
  public String language() {
    return locale.toLanguageTag();
  }

  public boolean readsEnglish() {
    return locale.getLanguage().equals("en");
  }

  /** Whether a part of the site, such as {@code /places}, is where the reader is. */
  public boolean isIn(String part) {
    return here.equals(part) || here.startsWith(part + "?") || here.startsWith(part + "/");
  }
}
