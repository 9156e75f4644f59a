package city.huiwei.booking.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The protocol's alphabet: SHA-256, HMAC-SHA-256 and the encoding of fields. For one thread. */
final class Hash {

  /** Stands before each purpose, so that no hash of one can be taken for another's. */
  private static final String PROTOCOL = "huiwei-draw/1 ";

  private final MessageDigest sha256;

  private Hash(MessageDigest sha256) {
    this.sha256 = sha256;
  }

  static Hash sha256() {
    try {
      return new Hash(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Bytes of(byte[] message) {
    return Bytes.wrap(sha256.digest(message));
  }

  /** The hash of a leaf's content. */
  Bytes leaf(byte[] message) {
    sha256.update((byte) 0);
    return Bytes.wrap(sha256.digest(message));
  }

  /** The hash of a node over two others. */
  Bytes node(Bytes left, Bytes right) {
    sha256.update((byte) 1);
    sha256.update(left.content());
    return Bytes.wrap(sha256.digest(right.content()));
  }

  static Mac hmac(Bytes key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.content(), "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] purpose(String purpose) {
    return text(PROTOCOL + purpose);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each field's length as 4 bytes, the highest first, then its bytes. */
  static byte[] enc(byte[]... fields) {
    var length = 0;
    for (var field : fields) {
      length += 4 + field.length;
    }
    var encoded = ByteBuffer.allocate(length);
    for (var field : fields) {
      encoded.putInt(field.length).put(field);
    }
    return encoded.array();
  }
}
