package city.huiwei.ops.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in whoever gives the name of a sample person; there is no password. */
@Component
class NameOnly implements AuthenticationProvider {

  private final Clock clock;

  NameOnly(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    return SamplePerson.named(attempt.getName(), LocalDate.now(clock))
        .map(NameOnly::signedIn)
        .orElseThrow(() -> new BadCredentialsException("No sample person has this name"));
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }

  /** The factor carries the time of the sign-in into the id token. */
  private static Authentication signedIn(SamplePerson person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        person.subject(), "", List.of(FactorGrantedAuthority.fromAuthority("FACTOR_NAME")));
  }
}
