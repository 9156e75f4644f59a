package city.huiwei.look;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/** Remembers language and size of type, and leads a reader who signed in back to the page. */
@Pages
class PreferencesPages {

  @GetMapping("/preferences")
  ResponseEntity<Void> choose(
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String back,
      ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (lang != null) {
      String language = lang.equals("en") ? "en" : "zh-CN";
      exchange.getResponse().addCookie(Cookies.lasting(request, Cookies.LANGUAGE, language));
    }
    if (type != null) {
      String size = type.equals("large") ? "large" : "normal";
      exchange.getResponse().addCookie(Cookies.lasting(request, Cookies.TYPE, size));
    }
    return to(back);
  }

  /** Behind sign-in: whoever gets here has just signed in and goes on where they were. */
  @GetMapping("/sign-in")
  ResponseEntity<Void> signedIn(@RequestParam(required = false) @Nullable String back) {
    return to(back);
  }

  private static ResponseEntity<Void> to(@Nullable String back) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LocalPath.of(back)))
        .build();
  }
}
