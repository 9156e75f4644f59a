package city.huiwei.ops.signin;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.util.UriComponentsBuilder;

/** The protocol's addresses and the sign-in page in front of them. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

  private static final String PAGE = "/sign-in";

  @Bean
  SecurityFilterChain chain(HttpSecurity http, SampleAddresses addresses) {
    return http.oauth2AuthorizationServer(server ->
            server
                .oidc(withDefaults())
                .authorizationEndpoint(
                    asked -> asked.authorizationResponseHandler(new OneSignInEach())))
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(PAGE, "/sign-in.css", "/sample/token", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/sample/token"))
        .formLogin(form ->
            form.loginPage(PAGE)
                .usernameParameter("person")
                .defaultSuccessUrl(addresses.booking())
                .failureHandler(backToThePage()))
        .headers(headers ->
            headers.contentSecurityPolicy(
                csp -> csp.policyDirectives(addresses.contentSecurityPolicy())))
        .build();
  }

  /** The page shows again what was typed, and why it is nobody's name. */
  private static AuthenticationFailureHandler backToThePage() {
    return (request, response, failure) ->
        response.sendRedirect(
            UriComponentsBuilder.fromPath(PAGE)
                .queryParam("unknown", "{person}")
                .encode()
                .buildAndExpand(String.valueOf(request.getParameter("person")))
                .toUriString());
  }

  /** Tells the provider when a session has ended, so that it keeps no list of old ones. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  JwtEncoder encoder(JWKSource<SecurityContext> keys) {
    return new NimbusJwtEncoder(keys);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }
}
