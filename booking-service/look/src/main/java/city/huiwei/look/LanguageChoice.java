package city.huiwei.look;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;

/** The language a reader chose, else the browser's, else Chinese; never one without words. */
public class LanguageChoice extends AcceptHeaderLocaleContextResolver {

  public LanguageChoice() {
    setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
    setDefaultLocale(Locale.CHINESE);
  }

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    String chosen = Cookies.value(exchange.getRequest(), Cookies.LANGUAGE);
    Locale asked =
        chosen == null
            ? super.resolveLocaleContext(exchange).getLocale()
            : Locale.forLanguageTag(chosen);
    return new SimpleLocaleContext(spoken(asked));
  }

  /** Of an exchange that has been resolved, as every one in a web handler is. */
  static Locale of(ServerWebExchange exchange) {
    return spoken(exchange.getLocaleContext().getLocale());
  }

  private static Locale spoken(@Nullable Locale asked) {
    boolean english = asked != null && asked.getLanguage().equals("en");
    return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
