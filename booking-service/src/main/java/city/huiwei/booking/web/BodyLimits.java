package city.huiwei.booking.web;

import city.huiwei.edge.ProblemException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request to book is a line of text; whatever is much longer is not read to its end. */
@Component
@Order(0)
class BodyLimits implements WebFilter {

  private static final String BOOKINGS = "/api/bookings";
  private static final long MOST_BYTES = 4_096;

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (!request.getPath().pathWithinApplication().value().startsWith(BOOKINGS)) {
      return chain.filter(exchange);
    }
    var length = request.getHeaders().getContentLength();
    if (length > MOST_BYTES) {
      return Mono.error(BodyLimits::tooLarge);
    }
    // Only who does not say how much is coming has to be counted.
    return chain.filter(
        length < 0 ? exchange.mutate().request(counted(request)).build() : exchange);
  }

  private static ServerHttpRequest counted(ServerHttpRequest request) {
    return new ServerHttpRequestDecorator(request) {
      @Override
      public Flux<DataBuffer> getBody() {
        var bytes = new AtomicLong();
        return super.getBody()
            .handle((buffer, sink) -> {
              if (bytes.addAndGet(buffer.readableByteCount()) <= MOST_BYTES) {
                sink.next(buffer);
              } else {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge());
              }
            });
      }
    };
  }

  private static ProblemException tooLarge() {
    return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
  }
}
