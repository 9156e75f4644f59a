package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that beacons use. */
final class Digest {

  private Digest() {}

  static Bytes sha256(byte[]... parts) {
    return of("SHA-256", parts);
  }

  static Bytes sha512(byte[]... parts) {
    return of("SHA-512", parts);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Bytes of(String algorithm, byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      for (var part : parts) {
        digest.update(part);
      }
      return Bytes.of(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
