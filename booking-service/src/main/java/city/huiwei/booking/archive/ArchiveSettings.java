package city.huiwei.booking.archive;

import city.huiwei.booking.person.Keyset;
import com.google.crypto.tink.StreamingAead;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are kept, and the key that seals them; there is none unless somebody gives it.
 *
 * @param keyset Tink's JSON keyset of AES-GCM-HKDF streaming keys: the primary one seals, all open
 * @param folder where they are kept, or with a bucket where they stand until they are whole
 * @param bucket storage that speaks S3; absent where the folder is the archive
 */
@ConfigurationProperties("huiwei.evidence")
record ArchiveSettings(@DefaultValue("") String keyset, Path folder, @Nullable Bucket bucket) {

  /**
   * A bucket of some storage.
   *
   * @param endpoint its address; the bucket's name goes behind it as a path
   */
  record Bucket(
      String name,
      URI endpoint,
      @DefaultValue("us-east-1") String region,
      String accessKey,
      String secretKey) {

    /** Never prints a key. */
    @Override
    public String toString() {
      return name + " at " + endpoint;
    }
  }

  ArchiveSettings {
    Keyset.of("huiwei.evidence.keyset", keyset, StreamingAead.class);
  }

  StreamingAead sealing() {
    return Keyset.of("huiwei.evidence.keyset", keyset, StreamingAead.class);
  }

  /** Never prints a key. */
  @Override
  public String toString() {
    return "documents in " + (bucket == null ? folder : bucket);
  }
}
