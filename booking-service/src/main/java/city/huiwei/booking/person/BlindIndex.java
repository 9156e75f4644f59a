package city.huiwei.booking.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says whether two sealed values are equal without opening them: HMAC-SHA-256 of the value, under a
 * key of its own. Without the key, trying out all identity numbers finds nothing.
 */
public final class BlindIndex {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  BlindIndex(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /**
   * 32 bytes, equal for values that differ in width, case and spaces only.
   *
   * @param kind what the value is, such as {@code identity}; values of two kinds are never equal
   */
  public byte[] of(String kind, String value) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      add(mac, kind);
      add(mac, Typed.tidied(value));
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With its length first, so that no two pairs run together to the same bytes. */
  private static void add(Mac mac, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    mac.update(bytes);
  }
}
