package city.huiwei.ops.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Access tokens without a browser, for tests and for trying the services by hand. */
@Component
class SampleTokens {

  static final Duration LIFETIME = Duration.ofHours(8);

  private final JwtEncoder encoder;
  private final SampleAddresses addresses;
  private final Clock clock;

  SampleTokens(JwtEncoder encoder, SampleAddresses addresses, Clock clock) {
    this.encoder = encoder;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** A token of the sample person of this name; empty when there is none. */
  Optional<String> of(String person) {
    return SamplePerson.named(person, LocalDate.now(clock))
        .map(known -> signed(known.subject(), known.claims(), clock.instant()));
  }

  /** The same as it was yesterday: nobody takes it any more. */
  Optional<String> expired(String person) {
    return SamplePerson.named(person, LocalDate.now(clock))
        .map(known ->
            signed(known.subject(), known.claims(), clock.instant().minus(Duration.ofDays(1))));
  }

  /** A token such as a service gets for itself with its secret. */
  String ofService(String client) {
    return signed(client, Map.of("roles", Claims.SERVICE), clock.instant());
  }

  private String signed(String subject, Map<String, Object> claims, Instant now) {
    var token =
        JwtClaimsSet.builder()
            .issuer(addresses.issuer())
            .subject(subject)
            .audience(Claims.AUDIENCE)
            .issuedAt(now)
            .notBefore(now)
            .expiresAt(now.plus(LIFETIME))
            .claims(all -> all.putAll(claims))
            .build();
    return encoder.encode(JwtEncoderParameters.from(token)).getTokenValue();
  }
}
