package city.huiwei.booking.web;

import city.huiwei.edge.PageSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Everyone may look around; whoever books or applies signs in first. */
@Configuration(proxyBeanMethods = false)
class PageDoors {

  /** What is somebody's own. */
  private static final String[] OWN = {
    "/assignments/**",
    "/bookings",
    "/bookings/**",
    "/applications/**",
    "/offers/**",
    "/appeals/**",
    "/publicity/**",
    "/rounds/*/entry",
    "/rounds/*/entry/**",
    "/rounds/*/entries/**",
    "/batches/*/entry",
    "/batches/*/entry/sent",
    "/batches/*/mine",
    "/batches/*/result",
    "/batches/*/withdrawal",
    "/help",
    "/notices/**"
  };

  @Bean
  @Order(10)
  SecurityWebFilterChain pageChain(ServerHttpSecurity http, PageSecurity security) {
    return security
        .pages(http, paths -> paths.pathMatchers(OWN).authenticated().anyExchange().permitAll())
        .csrf(forged -> forged.csrfTokenRequestHandler(new UploadTokens()))
        .build();
  }
}
