package city.huiwei.booking.person;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;

/** Reads a keyset of Tink's from a setting. */
public final class Keyset {

  private Keyset() {}

  /**
   * What the keyset can do. No fault says a word of what stands in it.
   *
   * @param setting its name, for whoever must mend it
   * @param json the keyset in Tink's JSON form
   * @param primitive what it must be able to do
   */
  public static <T> T of(String setting, String json, Class<T> primitive) {
    if (json.isBlank()) {
      throw new IllegalArgumentException(setting + " is missing");
    }
    try {
      AeadConfig.register();
      StreamingAeadConfig.register();
      return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), primitive);
    } catch (GeneralSecurityException | RuntimeException unsound) {
      throw new IllegalArgumentException(
          setting + " is not a sound keyset for " + primitive.getSimpleName());
    }
  }
}
