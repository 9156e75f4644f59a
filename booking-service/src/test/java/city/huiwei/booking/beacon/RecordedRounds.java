package city.huiwei.booking.beacon;

import city.huiwei.booking.RuleFiles;
import city.huiwei.booking.ballot.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Rounds that the beacons themselves spoke: drand's quicknet 1, 1000 and 657413, and the pulse
 * 1884240 of NIST's chain 2.
 */
final class RecordedRounds {

  static final BeaconSettings SETTINGS = RuleFiles.read("beacons", BeaconSettings.class);
  static final String QUICKNET = SETTINGS.chains().getFirst().hash();
  static final Round.Nist PULSE = new Round.Nist(Instant.parse("2026-07-31T23:20:00Z"));

  private RecordedRounds() {}

  static Round.Drand quicknet(long round) {
    return new Round.Drand(QUICKNET, round);
  }

  static String record(Round round) {
    return switch (round) {
      case Round.Drand drand -> file("quicknet-" + drand.round());
      case Round.Nist _ -> file("nist-2026-07-31T23-20");
      case Round.None _ -> "";
    };
  }

  private static String file(String name) {
    try (var file = RecordedRounds.class.getResourceAsStream("/beacon/" + name + ".json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
