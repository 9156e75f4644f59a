package city.huiwei.console.web;

import city.huiwei.edge.PageSecurity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A chain of the console: as safe as all pages of the city, and what it denies becomes a page. */
@Component
public final class ConsoleSecurity {

  private final PageSecurity pages;

  ConsoleSecurity(PageSecurity pages) {
    this.pages = pages;
  }

  public ServerHttpSecurity chain(
      ServerHttpSecurity http, Customizer<AuthorizeExchangeSpec> paths) {
    ServerAccessDeniedHandler toTheErrorPage = (_, denied) -> Mono.error(denied);
    return pages
        .pages(http, paths)
        .csrf(forged ->
            forged.csrfTokenRequestHandler(new FormTokens()).accessDeniedHandler(toTheErrorPage))
        .exceptionHandling(faults -> faults.accessDeniedHandler(toTheErrorPage));
  }
}
