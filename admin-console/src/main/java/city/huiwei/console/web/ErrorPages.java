package city.huiwei.console.web;

import city.huiwei.look.Readers;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where a fault on a page becomes a page: what happened, and what to do. */
@Component
@Order(-3)
class ErrorPages implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final WebSessionServerSecurityContextRepository sessions =
      new WebSessionServerSecurityContextRepository();
  private final CookieServerRequestCache cache = new CookieServerRequestCache();
  private final DefaultServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
  private final ViewResolver templates;
  private final Readers readers;

  ErrorPages(ViewResolver templates, Readers readers) {
    this.templates = templates;
    this.readers = readers;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    if (!wantsPage(exchange)) {
      return Mono.error(
          error instanceof AccessDeniedException
              ? new ResponseStatusException(HttpStatus.FORBIDDEN, null, error)
              : error);
    }
    if (error instanceof WebClientResponseException.Unauthorized) {
      return again(exchange);
    }
    var fault = Faults.of(error);
    if (fault == PageFault.INTERNAL) {
      log.error("{} failed", exchange.getRequest().getURI().getPath(), error);
    }
    exchange.getResponse().setStatusCode(HttpStatus.valueOf(fault.status()));
    return page(withWhoIsSignedIn(exchange), fault);
  }

  // The session outlives the token that the services want to see.
  private Mono<Void> again(ServerWebExchange exchange) {
    return cache
        .saveRequest(exchange)
        .then(redirects.sendRedirect(exchange, URI.create("/oauth2/authorization/city")));
  }

  private Mono<Void> page(ServerWebExchange exchange, PageFault fault) {
    return readers
        .of(exchange)
        .flatMap(reader ->
            templates
                .resolveViewName("console/fault", reader.locale())
                .flatMap(view ->
                    view.render(
                        Map.of("reader", reader, "parts", List.of(), "fault", fault.key()),
                        MediaType.TEXT_HTML,
                        exchange)));
  }

  // Faults are met outside of the security chain, which knows who is signed in.
  private ServerWebExchange withWhoIsSignedIn(ServerWebExchange exchange) {
    Mono<Authentication> person =
        sessions.load(exchange).mapNotNull(SecurityContext::getAuthentication);
    return exchange.mutate().principal(person.cast(Principal.class)).build();
  }

  private static boolean wantsPage(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().getAccept().stream()
        .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
  }
}
