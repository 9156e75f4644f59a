package city.huiwei.look;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognises the reader of an exchange, for pages and for error pages outside controllers. */
public class Readers {

  private final ServerSecurityContextRepository sessions =
      new WebSessionServerSecurityContextRepository();

  public Mono<Reader> of(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .switchIfEmpty(Mono.defer(() -> fromSession(exchange)))
        .mapNotNull(Readers::name)
        .map(name -> reader(exchange, name))
        .switchIfEmpty(Mono.fromSupplier(() -> reader(exchange, null)));
  }

  /** An error page is made outside the filters of security, where nobody has looked yet. */
  private Mono<Principal> fromSession(ServerWebExchange exchange) {
    return sessions.load(exchange).mapNotNull(SecurityContext::getAuthentication);
  }

  private static Reader reader(ServerWebExchange exchange, @Nullable String name) {
    return new Reader(
        LanguageChoice.of(exchange),
        "large".equals(Cookies.value(exchange.getRequest(), Cookies.TYPE)),
        here(exchange.getRequest()),
        name);
  }

  private static @Nullable String name(Principal principal) {
    if (principal instanceof Authentication signedIn
        && signedIn.getPrincipal() instanceof OAuth2User person) {
      String name = person.getAttribute("name");
      return name == null ? person.getName() : name;
    }
    return null;
  }

  private static String here(ServerHttpRequest request) {
    String query = request.getURI().getRawQuery();
    String path = request.getURI().getRawPath();
    return query == null ? path : path + "?" + query;
  }
}
