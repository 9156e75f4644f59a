package city.huiwei.ops.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What the tokens say of a person or a service, beyond what the protocol says. */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** Whom an access token is meant for: every service of the city. */
  static final List<String> AUDIENCE = List.of("huiwei");

  static final List<String> SERVICE = List.of("service");

  private final Clock clock;

  Claims(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext token) {
    if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
      token.getClaims().audience(AUDIENCE);
    }
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
      token.getClaims().claim("roles", SERVICE);
    } else {
      person(token).ifPresent(known -> token.getClaims().claims(all -> all.putAll(known.claims())));
    }
  }

  private Optional<SamplePerson> person(JwtEncodingContext token) {
    return Optional.ofNullable(token.<Authentication>getPrincipal())
        .flatMap(known -> SamplePerson.named(known.getName(), LocalDate.now(clock)));
  }
}
