package city.huiwei.look;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a reader's browser remembers: language and size of type, nothing about the person. */
final class Cookies {

  static final String LANGUAGE = "huiwei-language";
  static final String TYPE = "huiwei-type";

  private Cookies() {}

  static @Nullable String value(ServerHttpRequest request, String name) {
    HttpCookie cookie = request.getCookies().getFirst(name);
    return cookie == null ? null : cookie.getValue();
  }

  static ResponseCookie lasting(ServerHttpRequest request, String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .secure("https".equals(request.getURI().getScheme()))
        .sameSite("Lax")
        .build();
  }
}
