package city.huiwei.console.web;

import org.springframework.http.MediaType;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the token against forged posts: masked in our forms; as it stands in the cookie where
 * Spring Boot Admin's pages send it as a header.
 */
final class FormTokens implements ServerCsrfTokenRequestHandler {

  private final XorServerCsrfTokenRequestAttributeHandler masked =
      new XorServerCsrfTokenRequestAttributeHandler();
  private final ServerCsrfTokenRequestAttributeHandler plain =
      new ServerCsrfTokenRequestAttributeHandler();
  private final WebSessionServerSecurityContextRepository sessions =
      new WebSessionServerSecurityContextRepository();

  FormTokens() {
    masked.setTokenFromMultipartDataEnabled(true);
  }

  @Override
  public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
    masked.handle(exchange, token);
  }

  @Override
  public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
    var headers = exchange.getRequest().getHeaders();
    if (headers.containsHeader(token.getHeaderName())) {
      return plain.resolveCsrfTokenValue(exchange, token);
    }
    // The token of an upload stands in its body, and a stranger's must not be read to look for it.
    var isUpload = MediaType.MULTIPART_FORM_DATA.isCompatibleWith(headers.getContentType());
    return isUpload
        ? sessions.load(exchange).flatMap(_ -> masked.resolveCsrfTokenValue(exchange, token))
        : masked.resolveCsrfTokenValue(exchange, token);
  }
}
