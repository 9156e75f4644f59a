package city.huiwei.look;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

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

  /**
   * A visitor is denied, which sends them to the provider and then here again; whoever is signed in
   * goes on where they were.
   */
  @GetMapping("/sign-in")
  Mono<ResponseEntity<Void>> signedIn(
      @RequestParam(required = false) @Nullable String back, ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .map(_ -> to(back))
        .switchIfEmpty(Mono.error(() -> new AccessDeniedException("not signed in yet")));
  }

  private static ResponseEntity<Void> to(@Nullable String back) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LocalPath.of(back)))
        .build();
  }
}
