package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Beacon;

/** What came from a beacon. */
public sealed interface Heard {

  /** Its signature is right, and it is the round that was asked for. */
  record Genuine(Beacon beacon) implements Heard {}

  record Doubtful(Doubt doubt) implements Heard {}
}
