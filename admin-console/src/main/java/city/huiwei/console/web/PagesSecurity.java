package city.huiwei.console.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

/** Our own pages: signing in and out, each part for its roles, nothing loaded from elsewhere. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {

  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(20)
  SecurityWebFilterChain pagesChain(
      ServerHttpSecurity http, SignIn signIn, ReactiveClientRegistrationRepository providers) {
    return signIn
        .sessions(http)
        .authorizeExchange(PagesSecurity::parts)
        .oauth2Login(login -> login.loginPage(SignIn.ADDRESS))
        .logout(logout -> logout.logoutSuccessHandler(alsoAtTheProvider(providers)))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  private static void parts(ServerHttpSecurity.AuthorizeExchangeSpec paths) {
    paths
        .pathMatchers(HttpMethod.GET, "/look/**", "/console/**", "/webjars/**", "/preferences")
        .permitAll();
    for (var part : Part.values()) {
      paths.pathMatchers(part.pattern()).hasAnyRole(part.roles());
    }
    paths.anyExchange().authenticated();
  }

  private static ServerLogoutSuccessHandler alsoAtTheProvider(
      ReactiveClientRegistrationRepository providers) {
    var handler = new OidcClientInitiatedServerLogoutSuccessHandler(providers);
    handler.setPostLogoutRedirectUri("{baseUrl}/");
    return handler;
  }

  /** The user's tokens live and end with the session. */
  @Bean
  ServerOAuth2AuthorizedClientRepository authorizedClients() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
  }
}
