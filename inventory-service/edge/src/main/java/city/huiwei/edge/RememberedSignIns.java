package city.huiwei.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import reactor.core.publisher.Mono;

/**
 * Signs in who sends a token, and remembers whose it is by the token's SHA-256 until it expires:
 * checking a signature and reading the claims cost more than all the rest of a request's way in.
 * What was refused is never remembered.
 */
final class RememberedSignIns implements ReactiveAuthenticationManager {

  private static final long MOST = 20_000;

  /** A key that the provider withdraws counts for no longer than this. */
  private static final Duration AT_LONGEST = Duration.ofMinutes(5);

  private final ReactiveAuthenticationManager checking;
  private final InstantSource clock;
  private final Cache<ByteBuffer, Known> known;

  private record Known(Authentication who, Instant until) {}

  @Autowired
  RememberedSignIns(ReactiveJwtDecoder decoder) {
    this(decoder, MOST, InstantSource.system());
  }

  RememberedSignIns(ReactiveJwtDecoder decoder, long most, InstantSource clock) {
    var manager = new JwtReactiveAuthenticationManager(decoder);
    manager.setJwtAuthenticationConverter(jwt -> Mono.just(signedIn(jwt)));
    this.checking = manager;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(AT_LONGEST)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
  }

  @Override
  public Mono<Authentication> authenticate(Authentication bearer) {
    return bearer instanceof BearerTokenAuthenticationToken token
        ? Mono.defer(() -> signIn(token))
        : Mono.empty();
  }

  private Mono<Authentication> signIn(BearerTokenAuthenticationToken token) {
    var digest = ByteBuffer.wrap(sha256(token.getToken()));
    var earlier = known.getIfPresent(digest);
    return earlier != null && clock.instant().isBefore(earlier.until())
        ? Mono.just(earlier.who())
        : checking.authenticate(token).doOnNext(who -> remember(digest, who));
  }

  /** How many are remembered now. */
  long size() {
    known.cleanUp();
    return known.estimatedSize();
  }

  private void remember(ByteBuffer digest, Authentication who) {
    if (who.getPrincipal() instanceof Jwt jwt
        && jwt.getExpiresAt() instanceof Instant end
        && clock.instant().isBefore(end)) {
      known.put(digest, new Known(who, end));
    }
  }

  /** With who it is as details, so that nobody has to read the claims again. */
  private static JwtAuthenticationToken signedIn(Jwt jwt) {
    var authentication = new JwtAuthenticationToken(jwt, roles(jwt));
    authentication.setDetails(SignedIn.of(jwt));
    return authentication;
  }

  static Collection<GrantedAuthority> roles(ClaimAccessor claims) {
    return SignedIn.roles(claims).stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
