package city.huiwei.booking.person;

import city.huiwei.booking.ballot.Bytes;
import city.huiwei.edge.SignedIn;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The number of who asks: it follows from (issuer, subject), so no table of persons is kept. */
public final class Account {

  private Account() {}

  /** A name-based UUID (version 8, RFC 9562) of the SHA-256 of issuer and subject. */
  public static UUID of(SignedIn who) {
    var bytes =
        ByteBuffer.wrap(Bytes.ofText(who.issuer() + "\n" + who.subject()).sha256().toArray());
    var high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    var low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
