package city.huiwei.booking.web;

import city.huiwei.edge.Fault;
import city.huiwei.edge.Reason;
import city.huiwei.look.LayoutModel;
import city.huiwei.look.Reader;
import city.huiwei.look.Readers;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where a fault of a page becomes a page; the API has its own. */
@Component
@Order(-1)
class ErrorPages implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final ViewResolver views;
  private final Readers readers;
  private final Mistakes mistakes;

  ErrorPages(ViewResolver views, Readers readers, Mistakes mistakes) {
    this.views = views;
    this.readers = readers;
    this.mistakes = mistakes;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(error);
    }
    var fault = Fault.of(error);
    int status = fault.status().value();
    if (status == 500) {
      var request = exchange.getRequest();
      log.error("{} {} failed", request.getMethod(), request.getPath(), error);
    } else if (status == 503) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
    response.setStatusCode(fault.status());
    return LayoutModel.csrf(exchange)
        .then(Mono.defer(() -> readers.of(exchange)))
        .flatMap(reader -> render(exchange, reader, fault.type(), fault.reasons()));
  }

  private Mono<Void> render(
      ServerWebExchange exchange, Reader reader, String problem, List<Reason> reasons) {
    var model =
        Map.of(
            "reader", reader,
            "problem", problem,
            "reasons", mistakes.of(reasons, reader.locale()));
    return views
        .resolveViewName("web/problem", reader.locale())
        .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
  }
}
