package city.huiwei.look;

import static org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the layout needs to know on every page. */
@ControllerAdvice(annotations = Pages.class)
public class LayoutModel {

  private final Readers readers;

  LayoutModel(Readers readers) {
    this.readers = readers;
  }

  @ModelAttribute("reader")
  Mono<Reader> reader(ServerWebExchange exchange) {
    return readers.of(exchange);
  }

  /** {@code th:action} puts this token into every posted form; one with a file names it itself. */
  @ModelAttribute("token")
  public static Mono<CsrfToken> csrf(ServerWebExchange exchange) {
    Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
    return token == null
        ? Mono.empty()
        : token.doOnNext(t -> exchange.getAttributes().put(DEFAULT_CSRF_ATTR_NAME, t));
  }
}
