package city.huiwei.booking.web;

import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the token against forged posts also where a form sends a file. To look for it in such a
 * body would be to lay the file on a disk first, whoever sends it and unsealed; so it stands in the
 * form's address, masked anew each time.
 */
final class UploadTokens implements ServerCsrfTokenRequestHandler {

  private final XorServerCsrfTokenRequestAttributeHandler masked =
      new XorServerCsrfTokenRequestAttributeHandler();

  @Override
  public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
    masked.handle(exchange, token);
  }

  @Override
  public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
    var request = exchange.getRequest();
    var sent = request.getQueryParams().getFirst(token.getParameterName());
    var isUpload =
        MediaType.MULTIPART_FORM_DATA.isCompatibleWith(request.getHeaders().getContentType());
    return sent == null || !isUpload
        ? masked.resolveCsrfTokenValue(exchange, token)
        : masked.resolveCsrfTokenValue(asHeader(exchange, token, sent), token);
  }

  private static ServerWebExchange asHeader(
      ServerWebExchange exchange, CsrfToken token, String sent) {
    return exchange.mutate().request(it -> it.header(token.getHeaderName(), sent)).build();
  }
}
