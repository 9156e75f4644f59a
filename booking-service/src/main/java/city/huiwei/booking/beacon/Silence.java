package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Beacon;
import city.huiwei.booking.ballot.Round;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where there is no internet: no bytes, and the witnesses' digits alone. */
record Silence() implements Oracle {

  @Override
  public boolean speaks(Round round) {
    return round instanceof Round.None;
  }

  @Override
  public Optional<Instant> at(Round round) {
    return Optional.empty();
  }

  @Override
  public Optional<URI> address(Round round) {
    return Optional.empty();
  }

  @Override
  public Heard check(Round round, String record) {
    if (!speaks(round)) {
      return Doubt.ANOTHER_ROUND.heard();
    }
    return record.isEmpty() ? new Heard.Genuine(Beacon.NONE) : Doubt.UNREADABLE.heard();
  }
}
