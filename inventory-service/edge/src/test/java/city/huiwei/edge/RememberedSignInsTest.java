package city.huiwei.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** A token is checked once while it is good; one that is not is checked and refused each time. */
@NullUnmarked
class RememberedSignInsTest {

  private static final KeyPair PROVIDER = keys();
  private static final KeyPair FORGER = keys();
  private static final String ISSUER = "https://sign-in.example";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final AtomicInteger checks = new AtomicInteger();
  private final RememberedSignIns signIns =
      new RememberedSignIns(counted(decoder()), 100, (InstantSource) now::get);

  @Test
  void aGoodTokenIsCheckedOnce() {
    var token = token(PROVIDER, ISSUER, "huiwei", "graduate", Duration.ofMinutes(10));
    for (int request = 0; request < 5; request++) {
      assertThat(decoded(token).getSubject()).isEqualTo("graduate");
    }
    assertThat(checks).hasValue(1);
  }

  @Test
  void aRememberedTokenIsRefusedOnceItHasExpired() {
    var token = token(PROVIDER, ISSUER, "huiwei", "graduate", Duration.ofMinutes(2));
    decoded(token);
    pass(Duration.ofSeconds(119));
    decoded(token);
    assertThat(checks).hasValue(1);
    pass(Duration.ofSeconds(2));
    assertRefused(token);
  }

  @Test
  void nothingIsRememberedForLongerThanAWithdrawnKeyMayCount() {
    var token = token(PROVIDER, ISSUER, "huiwei", "graduate", Duration.ofHours(10));
    decoded(token);
    pass(Duration.ofMinutes(6));
    decoded(token);
    assertThat(checks).hasValue(2);
  }

  @Test
  void whatIsForgedOrMeantForOthersIsRefusedEachTimeAndNeverRemembered() {
    var ten = Duration.ofMinutes(10);
    var good = token(PROVIDER, ISSUER, "huiwei", "graduate", ten);
    decoded(good);
    var signature = good.lastIndexOf('.') + 1;
    var other = token(PROVIDER, ISSUER, "huiwei", "administrator", ten);
    var bad =
        List.of(
            token(FORGER, ISSUER, "huiwei", "graduate", ten),
            token(PROVIDER, "https://elsewhere.example", "huiwei", "graduate", ten),
            token(PROVIDER, ISSUER, "elsewhere", "graduate", ten),
            token(PROVIDER, ISSUER, "huiwei", "graduate", ten.negated()),
            other.substring(0, other.lastIndexOf('.') + 1) + good.substring(signature),
            good.substring(0, signature),
            "nonsense");
    for (var token : bad) {
      assertRefused(token);
      assertRefused(token);
    }
    assertThat(checks).hasValue(1 + 2 * bad.size());
    assertThat(signIns.size()).isEqualTo(1);
  }

  @Test
  void onlySoManyAreRemembered() {
    for (int person = 0; person < 500; person++) {
      decoded(token(PROVIDER, ISSUER, "huiwei", "graduate-" + person, Duration.ofMinutes(10)));
    }
    assertThat(signIns.size()).isEqualTo(100);
  }

  private Jwt decoded(String token) {
    return (Jwt)
        signIns.authenticate(new BearerTokenAuthenticationToken(token)).block().getPrincipal();
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> decoded(token)).isInstanceOf(InvalidBearerTokenException.class);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private ReactiveJwtDecoder counted(ReactiveJwtDecoder decoder) {
    return token ->
        Mono.defer(() -> {
          checks.incrementAndGet();
          return decoder.decode(token);
        });
  }

  /** As the services are configured, but at the test's time and with no tolerance. */
  private ReactiveJwtDecoder decoder() {
    var decoder =
        NimbusReactiveJwtDecoder.withPublicKey((RSAPublicKey) PROVIDER.getPublic()).build();
    var times = new JwtTimestampValidator(Duration.ZERO);
    times.setClock(((InstantSource) now::get).withZone(ZoneOffset.UTC));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(ISSUER),
            new JwtClaimValidator<List<String>>("aud", aud -> aud.contains("huiwei"))));
    return decoder;
  }

  private String token(
      KeyPair signer, String issuer, String audience, String subject, Duration good) {
    try {
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(issuer)
              .audience(audience)
              .subject(subject)
              .issueTime(Date.from(now.get().minusSeconds(3600)))
              .expirationTime(Date.from(now.get().plus(good)))
              .build();
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
      token.sign(new RSASSASigner(signer.getPrivate()));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new AssertionError(failure);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
