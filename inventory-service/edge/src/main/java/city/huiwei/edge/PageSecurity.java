package city.huiwei.edge;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import reactor.core.publisher.Mono;

/**
 * How pages are kept safe, the same in every service that has some: sign-in at the provider, forms
 * with a token, no script and no style but our own.
 */
public final class PageSecurity {

  private static final ServerAccessDeniedHandler TO_THE_ERROR_PAGE =
      (_, denied) -> Mono.error(denied);

  private final SignInSettings settings;
  private final ReactiveClientRegistrationRepository registrations;

  PageSecurity(SignInSettings settings, ReactiveClientRegistrationRepository registrations) {
    this.settings = settings;
    this.registrations = registrations;
  }

  /** The chain for all pages, with the service's own word on who may see which. */
  public ServerHttpSecurity pages(
      ServerHttpSecurity http, Customizer<AuthorizeExchangeSpec> paths) {
    var cache = new CookieServerRequestCache();
    return http.authorizeExchange(paths)
        .requestCache(requests -> requests.requestCache(cache))
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens()).accessDeniedHandler(TO_THE_ERROR_PAGE))
        .oauth2Login(login -> {})
        .exceptionHandling(faults ->
            faults
                .authenticationEntryPoint(signInPage(cache))
                .accessDeniedHandler(TO_THE_ERROR_PAGE))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(alsoAtTheProvider()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(ownContentOnly()))
                .frameOptions(frame -> frame.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(
                    permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
  }

  /** Cookies ignore ports, so each service's token has a name of its own. */
  private CookieServerCsrfTokenRepository formTokens() {
    var tokens = new CookieServerCsrfTokenRepository();
    tokens.setCookieName(settings.client() + "-form");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  private static RedirectServerAuthenticationEntryPoint signInPage(CookieServerRequestCache cache) {
    var entry = new RedirectServerAuthenticationEntryPoint("/oauth2/authorization/city");
    entry.setRequestCache(cache);
    return entry;
  }

  /** A form may lead on to the provider, which a browser counts as the form's target. */
  private String ownContentOnly() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; form-action 'self' "
        + origin(settings.issuer());
  }

  private ServerLogoutSuccessHandler alsoAtTheProvider() {
    var handler = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
    handler.setPostLogoutRedirectUri("{baseUrl}/");
    handler.setLogoutSuccessUrl(URI.create("/"));
    return handler;
  }

  private static String origin(String address) {
    var uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /** The roles of the identity token, as the API has those of the access token. */
  static GrantedAuthoritiesMapper rolesOfTheToken() {
    return authorities ->
        authorities.stream()
            .flatMap((GrantedAuthority authority) ->
                authority instanceof OidcUserAuthority user
                    ? Stream.concat(
                        Stream.of(authority), RememberedSignIns.roles(user.getIdToken()).stream())
                    : Stream.of(authority))
            .collect(Collectors.toSet());
  }
}
