package city.huiwei.booking.person;

import city.huiwei.edge.SignedIn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The number of who asks: it follows from (issuer, subject), so no table of persons is kept. */
public final class Account {

  private Account() {}

  /** A name-based UUID (version 8, RFC 9562) of the SHA-256 of issuer and subject. */
  public static UUID of(SignedIn who) {
    var bytes = ByteBuffer.wrap(sha256(who.issuer() + "\n" + who.subject()));
    var high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    var low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
