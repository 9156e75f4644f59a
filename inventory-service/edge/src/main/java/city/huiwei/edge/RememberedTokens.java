package city.huiwei.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens that were found good, by their SHA-256, until they expire: checking a signature
 * costs more than all the rest of signing somebody in. What was refused is never remembered.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

  private static final long MOST = 20_000;

  /** A key that the provider withdraws counts for no longer than this. */
  private static final Duration AT_LONGEST = Duration.ofMinutes(5);

  private final ReactiveJwtDecoder decoder;
  private final InstantSource clock;
  private final Cache<ByteBuffer, Jwt> known;

  RememberedTokens(ReactiveJwtDecoder decoder) {
    this(decoder, MOST, InstantSource.system());
  }

  RememberedTokens(ReactiveJwtDecoder decoder, long most, InstantSource clock) {
    this.decoder = decoder;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(AT_LONGEST)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
  }

  @Override
  public Mono<Jwt> decode(String token) {
    return Mono.defer(() -> {
      var digest = ByteBuffer.wrap(sha256(token));
      var jwt = known.getIfPresent(digest);
      return jwt != null && isGood(jwt)
          ? Mono.just(jwt)
          : decoder.decode(token).doOnNext(good -> remember(digest, good));
    });
  }

  /** How many are remembered now. */
  long size() {
    known.cleanUp();
    return known.estimatedSize();
  }

  private void remember(ByteBuffer digest, Jwt jwt) {
    if (isGood(jwt)) {
      known.put(digest, jwt);
    }
  }

  private boolean isGood(Jwt jwt) {
    var end = jwt.getExpiresAt();
    return end != null && clock.instant().isBefore(end);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
