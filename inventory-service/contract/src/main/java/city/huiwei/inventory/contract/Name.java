package city.huiwei.inventory.contract;

import java.util.Locale;

/** What something is called, in both languages of the city. */
public record Name(String zh, String en) {

  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
