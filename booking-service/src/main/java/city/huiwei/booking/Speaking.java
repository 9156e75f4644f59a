package city.huiwei.booking;

import java.util.Locale;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import reactor.core.publisher.Mono;

/** The language of whoever asks, for answers that have words; Chinese where nobody asks. */
public final class Speaking {

  private Speaking() {}

  /** As the request says, wherever in its chain this is asked. */
  public static Mono<Locale> current() {
    return Mono.deferContextual(context ->
        Mono.just(
            ServerWebExchangeContextFilter.getExchange(context)
                .map(exchange -> exchange.getLocaleContext().getLocale())
                .orElse(Locale.SIMPLIFIED_CHINESE)));
  }
}
