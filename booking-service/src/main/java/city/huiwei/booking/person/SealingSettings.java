package city.huiwei.booking.person;

import com.google.crypto.tink.Aead;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of sealed fields; there are none unless somebody gives them, by the environment or by
 * files ({@code spring.config.import=configtree:…}). The local city's are in its sample profile.
 *
 * @param keyset Tink's JSON keyset of AES-GCM keys: the primary one seals, all of them open
 * @param indexKey of the blind index, at least 32 bytes in Base64
 */
@ConfigurationProperties("huiwei.sealing")
record SealingSettings(@DefaultValue("") String keyset, @DefaultValue("") String indexKey) {

  private static final int LEAST_BYTES = 32;

  SealingSettings {
    Keyset.of("huiwei.sealing.keyset", keyset, Aead.class);
    if (decoded(indexKey).length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "huiwei.sealing.index-key is missing or has less than %d bytes".formatted(LEAST_BYTES));
    }
  }

  Sealing sealing() {
    return new Sealing(Keyset.of("huiwei.sealing.keyset", keyset, Aead.class));
  }

  BlindIndex blindIndex() {
    return new BlindIndex(decoded(indexKey));
  }

  /** Never prints a key. */
  @Override
  public String toString() {
    return "the keys of sealed fields";
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException("huiwei.sealing.index-key is not Base64");
    }
  }
}
