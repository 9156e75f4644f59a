package city.huiwei.console.web;

import city.huiwei.edge.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Each part of the console is open to its roles; only what has no content is open to everyone. */
@Configuration(proxyBeanMethods = false)
public class PagesSecurity {

  @Bean
  @Order(20)
  SecurityWebFilterChain pagesChain(ServerHttpSecurity http, PageSecurity pages) {
    return asOurs(pages.pages(http, PagesSecurity::parts)).build();
  }

  /** The forms of the console may have files. */
  public static ServerHttpSecurity asOurs(ServerHttpSecurity http) {
    return http.csrf(forged -> forged.csrfTokenRequestHandler(new FormTokens()));
  }

  private static void parts(AuthorizeExchangeSpec paths) {
    paths
        .pathMatchers(HttpMethod.GET, "/look/**", "/console/**", "/webjars/**", "/preferences")
        .permitAll();
    for (var part : Part.values()) {
      paths.pathMatchers(part.pattern()).hasAnyRole(part.roles());
    }
    paths.anyExchange().authenticated();
  }

  /** The tokens of who is signed in live and end with the session. */
  @Bean
  ServerOAuth2AuthorizedClientRepository tokensOfTheSession() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
  }
}
