package city.huiwei.booking.web;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.look.LayoutModel;
import city.huiwei.look.Reader;
import city.huiwei.look.Readers;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.client.WebClientException;
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
    int status = status(error);
    if (status == 500) {
      var request = exchange.getRequest();
      log.error("{} {} failed", request.getMethod(), request.getPath(), error);
    } else if (status == 503) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
    response.setRawStatusCode(status);
    return LayoutModel.csrf(exchange)
        .then(Mono.defer(() -> readers.of(exchange)))
        .flatMap(reader -> render(exchange, reader, problem(error, status), reasons(error)));
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

  private static int status(Throwable error) {
    return switch (error) {
      case ProblemException problem -> problem.status().value();
      case ErrorResponse response -> response.getStatusCode().value();
      case AccessDeniedException _ -> 403;
      case AuthenticationException _ -> 401;
      case WebClientException _, R2dbcTransientException _, TimeoutException _ -> 503;
      default -> 500;
    };
  }

  private static String problem(Throwable error, int status) {
    return error instanceof ProblemException problem
        ? problem.type()
        : switch (status) {
          case 400 -> "malformed-request";
          case 401 -> "not-signed-in";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 413 -> "too-large";
          case 415 -> "unsupported-media-type";
          case 429 -> "too-many-requests";
          case 503 -> "busy";
          default -> "internal";
        };
  }

  private static List<Reason> reasons(Throwable error) {
    return error instanceof ProblemException problem ? problem.reasons() : List.of();
  }
}
