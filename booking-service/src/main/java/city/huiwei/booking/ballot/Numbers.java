package city.huiwei.booking.ballot;

import javax.crypto.Mac;

/** The numbers of one draw: each ticket's lowest of as many as it has chances. For one thread. */
final class Numbers {

  private static final byte[] PURPOSE = Hash.purpose("number");
  private static final byte[][] CHANCES = {Hash.text("1"), Hash.text("2"), Hash.text("3")};

  private final Mac keyed;

  Numbers(Bytes key) {
    keyed = Hash.hmac(key);
  }

  Bytes of(Ticket ticket) {
    var text = Hash.text(ticket.ticket());
    var lowest = number(text, 0);
    for (var chance = 1; chance < ticket.chances(); chance++) {
      var another = number(text, chance);
      lowest = another.compareTo(lowest) < 0 ? another : lowest;
    }
    return lowest;
  }

  private Bytes number(byte[] ticket, int chance) {
    return Bytes.wrap(keyed.doFinal(Hash.enc(PURPOSE, ticket, CHANCES[chance])));
  }
}
