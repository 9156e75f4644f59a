package city.huiwei.edge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The API is open to bearers of the city's tokens, and where a service says so to everyone. Of the
 * actuator everyone sees health, info and prometheus; the rest is for the administrator and for the
 * console, which asks as a service.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  private static final String BEARER = "Bearer ";

  @Bean
  @Order(1)
  SecurityWebFilterChain apiChain(
      ServerHttpSecurity http,
      ProblemAnswers problems,
      RememberedSignIns signIns,
      ObjectProvider<OpenPaths> opened) {
    var openPaths =
        opened.stream()
            .flatMap(paths -> paths.patterns().stream())
            .<ServerWebExchangeMatcher>map(
                path -> new PathPatternParserServerWebExchangeMatcher(path, HttpMethod.GET))
            .toList();
    return stateless(http, problems, signIns)
        .securityMatcher(
            new OrServerWebExchangeMatcher(
                new PathPatternParserServerWebExchangeMatcher("/api/**"),
                new PathPatternParserServerWebExchangeMatcher("/v3/api-docs/**")))
        .authorizeExchange(paths -> {
          openPaths.forEach(open -> paths.matchers(open).permitAll());
          paths.anyExchange().authenticated();
        })
        .build();
  }

  @Bean
  @Order(2)
  SecurityWebFilterChain actuatorChain(
      ServerHttpSecurity http, ProblemAnswers problems, RememberedSignIns signIns) {
    return stateless(http, problems, signIns)
        .securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeExchange(paths ->
            paths
                .matchers(EndpointRequest.to("health", "info", "prometheus"))
                .permitAll()
                .anyExchange()
                .hasAnyRole("ADMINISTRATOR", "SERVICE"))
        .build();
  }

  /**
   * Each filter of a chain would be timed before and after, for every request; what a request took
   * is measured around all of it anyway.
   */
  @Bean
  static SecurityObservationSettings filtersAreNotTimed() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Refuses what the strict firewall refuses. Its own patterns look at every letter of every
   * header, and a token has hundreds, so headers are looked at by a plain loop.
   */
  @Bean
  ServerWebExchangeFirewall firewall() {
    var firewall = new StrictServerWebExchangeFirewall();
    firewall.setAllowedHeaderNames(name -> isText(name, false));
    // It is asked of absent headers too.
    firewall.setAllowedHeaderValues(value -> value == null || isText(value, true));
    return firewall;
  }

  /**
   * Whether all of it is assigned and nothing is a control character, but for tabs where allowed.
   */
  static boolean isText(String header, boolean tabs) {
    for (int at = 0; at < header.length(); at++) {
      char letter = header.charAt(at);
      boolean isPlain = letter >= ' ' && letter < 0x7f || tabs && letter == '\t';
      if (!isPlain && (Character.isISOControl(letter) || !Character.isDefined(letter))) {
        return false;
      }
    }
    return true;
  }

  /** What the identity token says somebody is, pages know too. */
  @Bean
  GrantedAuthoritiesMapper rolesOfTheToken() {
    return PageSecurity.rolesOfTheToken();
  }

  /**
   * The token that is sent; the decoder says whether it is one. The chain's own converter matches
   * every letter of it with a pattern first.
   */
  private static Mono<Authentication> bearerToken(ServerWebExchange exchange) {
    var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Mono.just(header.substring(BEARER.length()).strip())
            .filter(token -> !token.isEmpty())
            .map(BearerTokenAuthenticationToken::new)
        : Mono.empty();
  }

  private static ServerHttpSecurity stateless(
      ServerHttpSecurity http, ProblemAnswers problems, RememberedSignIns signIns) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .oauth2ResourceServer(server ->
            server
                .bearerTokenConverter(ApiSecurity::bearerToken)
                .jwt(jwt -> jwt.authenticationManager(signIns))
                .authenticationEntryPoint(problems::write)
                .accessDeniedHandler(problems::write))
        .exceptionHandling(faults ->
            faults.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write))
        .headers(Customizer.withDefaults());
  }
}
