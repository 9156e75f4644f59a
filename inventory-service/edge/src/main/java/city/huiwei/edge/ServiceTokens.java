package city.huiwei.edge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Lets a service ask another in its own name: client credentials, renewed before they lapse. */
public final class ServiceTokens implements ExchangeFilterFunction {

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final ReactiveOAuth2AuthorizedClientManager clients;
  private final OAuth2AuthorizeRequest ourselves;
  private volatile @Nullable OAuth2AccessToken ours;

  ServiceTokens(ReactiveClientRegistrationRepository registrations, SignInSettings settings) {
    this.clients =
        new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
            registrations, new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
    this.ourselves =
        OAuth2AuthorizeRequest.withClientRegistrationId("service")
            .principal(settings.client())
            .build();
  }

  /** A token that is good for at least a minute. */
  public Mono<String> token() {
    var token = ours;
    return token != null && isGood(token) ? Mono.just(token.getTokenValue()) : renewed();
  }

  private Mono<String> renewed() {
    return clients
        .authorize(ourselves)
        .map(OAuth2AuthorizedClient::getAccessToken)
        .doOnNext(token -> ours = token)
        .map(OAuth2AccessToken::getTokenValue);
  }

  private static boolean isGood(OAuth2AccessToken token) {
    var end = token.getExpiresAt();
    return end != null && Instant.now().plus(GOOD_FOR).isBefore(end);
  }

  @Override
  public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
    return token()
        .map(token ->
            ClientRequest.from(request)
                .headers((HttpHeaders headers) -> headers.setBearerAuth(token))
                .build())
        .flatMap(next::exchange);
  }
}
