package city.huiwei.edge;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * This service's clients at the sign-in provider: {@code city} signs people in on pages, {@code
 * service} lets the service ask another in its own name. The provider is asked for its addresses at
 * the first use and not at start, so that a service starts while the provider is away.
 */
@Configuration(proxyBeanMethods = false)
class ClientRegistrations {

  @Bean
  ReactiveClientRegistrationRepository clientRegistrationRepository(SignInSettings settings) {
    var addresses = addresses(settings);
    return id ->
        switch (id) {
          case "city" -> addresses.map(provider -> people(provider, settings));
          case "service" -> addresses.map(provider -> service(provider, settings));
          default -> Mono.empty();
        };
  }

  private static Mono<ClientRegistration> addresses(SignInSettings settings) {
    return Mono.fromCallable(() ->
            org.springframework.security.oauth2.client.registration.ClientRegistrations
                .fromIssuerLocation(settings.issuer())
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .build())
        .subscribeOn(Schedulers.boundedElastic())
        .cacheInvalidateIf(_ -> false)
        .timeout(Duration.ofSeconds(5));
  }

  private static ClientRegistration people(ClientRegistration provider, SignInSettings settings) {
    return ClientRegistration.withClientRegistration(provider)
        .registrationId("city")
        .clientId(settings.client())
        .scope("openid", "profile")
        .userNameAttributeName("sub")
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private static ClientRegistration service(ClientRegistration provider, SignInSettings settings) {
    return ClientRegistration.withClientRegistration(provider)
        .registrationId("service")
        .clientId(settings.client())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .build();
  }
}
