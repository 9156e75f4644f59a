package city.huiwei.edge;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a fault of the API becomes problem JSON; pages have their own. */
@Order(-2)
public final class ProblemAnswers implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

  private final Words words;
  private final JsonMapper json;

  ProblemAnswers(Words words, JsonMapper json) {
    this.words = words;
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    return isForMachines(exchange) ? write(exchange, error) : Mono.error(error);
  }

  /** Writes the problem an error is; errors nobody foresaw are logged here and nowhere else. */
  Mono<Void> write(ServerWebExchange exchange, Throwable error) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(error);
    }
    var fault = Fault.of(error);
    if (fault.status().value() == 500) {
      log.error("{} {} failed", exchange.getRequest().getMethod(), path(exchange), error);
    } else if (fault.status().value() == 503) {
      log.warn(
          "{} {} must wait: {}",
          exchange.getRequest().getMethod(),
          path(exchange),
          error.toString());
    }
    var locale = exchange.getLocaleContext().getLocale();
    var problem =
        words.problem(
            fault.type(),
            fault.status().value(),
            fault.reasons(),
            locale == null ? Locale.SIMPLIFIED_CHINESE : locale);
    response.setStatusCode(fault.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    setRetryAfter(response.getHeaders(), fault, error);
    if (fault.status().value() == 401) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    var body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
    return response.writeWith(Mono.just(body));
  }

  private static void setRetryAfter(HttpHeaders headers, Fault fault, Throwable error) {
    if (fault.status().value() == 503 || fault.status().value() == 429) {
      var wait = error instanceof ProblemException problem ? problem.retryAfter() : null;
      headers.set(HttpHeaders.RETRY_AFTER, wait == null ? "1" : Long.toString(wait.toSeconds()));
    }
  }

  private static boolean isForMachines(ServerWebExchange exchange) {
    var path = path(exchange);
    return path.startsWith("/api/") || path.startsWith("/actuator");
  }

  private static String path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication().value();
  }
}
