package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Round;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A public beacon: where the record of a round is, and whether a record is genuine. */
sealed interface Oracle permits Drand, Nist, Silence {

  /** Whether the round is one of this beacon's own. */
  boolean speaks(Round round);

  /** Nobody knows the round's value before; nothing for what is known from the start. */
  Optional<Instant> at(Round round);

  /** Where its record is read; nothing where there is none. */
  Optional<URI> address(Round round);

  /**
   * Whether a record is genuine, and that round's.
   *
   * @param record as the beacon gives it, in JSON
   */
  Heard check(Round round, String record);
}
