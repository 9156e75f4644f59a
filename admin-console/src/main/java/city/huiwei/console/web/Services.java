package city.huiwei.console.web;

import city.huiwei.edge.IsoDates;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.support.NotFoundWebClientAdapterDecorator;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import reactor.core.publisher.Mono;

/**
 * The way to the services: with the token of who is signed in, so that the service decides what
 * they see, and in their language, as the services have the words of their refusals.
 */
@Configuration(proxyBeanMethods = false)
class Services {

  /** A page of the chart with all its stays has half a megabyte. */
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  @Bean
  WebClientHttpServiceGroupConfigurer asWhoIsSignedIn(
      ReactiveOAuth2AuthorizedClientManager clients) {
    var token = new ServerOAuth2AuthorizedClientExchangeFilterFunction(clients);
    token.setDefaultOAuth2AuthorizedClient(true);
    return groups -> {
      groups.forEachClient((_, client) ->
          client
              .filter(token)
              .filter(Services::inTheirLanguage)
              .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER)));
      groups.forEachProxyFactory((_, proxies) ->
          proxies
              .exchangeAdapterDecorator(NotFoundWebClientAdapterDecorator::new)
              .conversionService(IsoDates.conversion()));
    };
  }

  /** Keeps the request at hand for what is asked while it is answered. */
  @Bean
  ServerWebExchangeContextFilter requestAtHand() {
    return new ServerWebExchangeContextFilter();
  }

  private static Mono<ClientResponse> inTheirLanguage(
      ClientRequest request, ExchangeFunction next) {
    return Mono.deferContextual(context ->
        ServerWebExchangeContextFilter.getExchange(context)
            .flatMap(exchange -> Optional.ofNullable(exchange.getLocaleContext().getLocale()))
            .map(locale -> next.exchange(spoken(request, locale)))
            .orElseGet(() -> next.exchange(request)));
  }

  private static ClientRequest spoken(ClientRequest request, Locale locale) {
    return ClientRequest.from(request)
        .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
        .build();
  }
}
