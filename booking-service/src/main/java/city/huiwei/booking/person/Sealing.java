package city.huiwei.booking.person;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals a field before it is written, and opens it again. A field is bound to its row, so bytes
 * that were moved to another row do not open. The newest key of the keyset seals; every key opens.
 */
public final class Sealing {

  private final Aead aead;

  Sealing(Aead aead) {
    this.aead = aead;
  }

  /**
   * @param row which field of which row it is, such as {@code applicant/<id>/identity}
   */
  public byte[] seal(String plain, String row) {
    try {
      return aead.encrypt(bytes(plain), bytes(row));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("could not seal", failure);
    }
  }

  /** Fails with a {@link BrokenSeal} unless exactly this was sealed for exactly this row. */
  public String open(byte[] sealed, String row) {
    try {
      return new String(aead.decrypt(sealed, bytes(row)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new BrokenSeal(failure);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
