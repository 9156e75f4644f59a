package city.huiwei.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The reader's own choice comes first, then the browser's, then Chinese. */
class LanguageChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en                  | en",
        "en-GB,en;q=0.9      | en",
        "zh-CN               | zh-CN",
        "zh-TW,en;q=0.5      | zh-CN",
        "fr                  | zh-CN",
        "fr,en;q=0.3         | en",
        "*                   | zh-CN",
        "not a language;q=9  | zh-CN"
      })
  void theBrowsersLanguageIsFollowedWhereItHasWords(String accepted, String spoken) {
    assertThat(language(MockServerHttpRequest.get("/").header("Accept-Language", accepted)))
        .isEqualTo(Locale.forLanguageTag(spoken));
  }

  @Test
  void theReadersChoiceIsWorthMoreThanTheBrowsers() {
    assertThat(
            language(
                MockServerHttpRequest.get("/")
                    .header("Accept-Language", "zh-CN")
                    .cookie(new HttpCookie(Cookies.LANGUAGE, "en"))))
        .isEqualTo(Locale.ENGLISH);
  }

  @Test
  void whoSaysNothingReadsChinese() {
    assertThat(language(MockServerHttpRequest.get("/"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  private static @Nullable Locale language(MockServerHttpRequest.BaseBuilder<?> request) {
    var exchange = MockServerWebExchange.from(request);
    return new LanguageChoice().resolveLocaleContext(exchange).getLocale();
  }
}
