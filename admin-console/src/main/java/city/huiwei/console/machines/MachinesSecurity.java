package city.huiwei.console.machines;

import city.huiwei.console.web.PagesSecurity;
import city.huiwei.console.web.Part;
import city.huiwei.edge.PageSecurity;
import city.huiwei.edge.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import reactor.core.publisher.Mono;

/** Services register with a token of their own; people who look are administrators. */
@Configuration(proxyBeanMethods = false)
class MachinesSecurity {

  // What Spring Boot Admin 4.1 works with: styles set by its scripts, its icons as data, the frame
  // of an external view from here only.
  private static final String AS_ITS_PAGES_NEED =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src"
          + " 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

  /** No cookie counts here, so there is nothing to forge and no token against it. */
  @Bean
  @Order(10)
  SecurityWebFilterChain registrationChain(ServerHttpSecurity http) {
    return http.securityMatcher(registration())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
        .authorizeExchange(paths -> paths.anyExchange().access((_, _) -> isService()))
        .build();
  }

  @Bean
  @Order(11)
  SecurityWebFilterChain machinesChain(ServerHttpSecurity http, PageSecurity pages) {
    return PagesSecurity.asOurs(
            pages.pages(http, paths -> paths.anyExchange().hasAnyRole(Part.MACHINES.roles())))
        .securityMatcher(path(Part.MACHINES.pattern()))
        // Its scripts read the token from the cookie of the usual name.
        .csrf(forged ->
            forged.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(AS_ITS_PAGES_NEED))
                .frameOptions(frames -> frames.mode(Mode.SAMEORIGIN)))
        .build();
  }

  private static Mono<AuthorizationResult> isService() {
    return SignedIn.current().map(who -> new AuthorizationDecision(who.is(SignedIn.Role.SERVICE)));
  }

  // An administrator's page deletes too, with its session: only the header tells the two apart.
  private static ServerWebExchangeMatcher registration() {
    return new OrServerWebExchangeMatcher(
        path(HttpMethod.POST, "/machines/instances"),
        new AndServerWebExchangeMatcher(
            path(HttpMethod.DELETE, "/machines/instances/*"),
            exchange ->
                exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                    ? MatchResult.match()
                    : MatchResult.notMatch()));
  }

  private static ServerWebExchangeMatcher path(String pattern) {
    return new PathPatternParserServerWebExchangeMatcher(pattern);
  }

  private static ServerWebExchangeMatcher path(HttpMethod method, String pattern) {
    return new PathPatternParserServerWebExchangeMatcher(pattern, method);
  }
}
