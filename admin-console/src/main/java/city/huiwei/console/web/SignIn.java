package city.huiwei.console.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.MediaTypeServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What all chains with a session have in common: how one signs in, and what a forged post gets. */
@Component
public final class SignIn {

  static final String ADDRESS = "/oauth2/authorization/city";

  /** A browser's page leads to the provider; what a script asks for is a plain 401. */
  public ServerHttpSecurity sessions(ServerHttpSecurity http) {
    // The error goes on to the one place that makes pages of errors.
    ServerAccessDeniedHandler toTheErrorPage = (_, denied) -> Mono.error(denied);
    return http.csrf(forged ->
            forged
                .csrfTokenRepository(cookies())
                .csrfTokenRequestHandler(new FormTokens())
                .accessDeniedHandler(toTheErrorPage))
        .exceptionHandling(faults ->
            faults
                .authenticationEntryPoint(providerForPages())
                .accessDeniedHandler(toTheErrorPage));
  }

  // Spring Boot Admin's scripts read the token from the cookie.
  private static CookieServerCsrfTokenRepository cookies() {
    var cookies = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return cookies;
  }

  private static ServerAuthenticationEntryPoint providerForPages() {
    var pages = new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML);
    pages.setIgnoredMediaTypes(java.util.Set.of(MediaType.ALL));
    var entry =
        new DelegatingServerAuthenticationEntryPoint(
            new DelegateEntry(pages, new RedirectServerAuthenticationEntryPoint(ADDRESS)));
    entry.setDefaultEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED));
    return entry;
  }
}
