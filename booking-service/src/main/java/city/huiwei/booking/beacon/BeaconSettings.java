package city.huiwei.booking.beacon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which beacons this city listens to and by which keys it knows them; the sources are in {@code
 * rules/beacons.yaml}.
 *
 * @param patience how long a beacon may take to answer
 */
@ConfigurationProperties("huiwei.beacons")
record BeaconSettings(String version, Duration patience, List<Chain> chains, Pulses nist) {

  BeaconSettings {
    chains = List.copyOf(chains);
  }

  /**
   * A chain of drand.
   *
   * @param hash of all the others, as the chain is called
   * @param publicKey a point of G2, in hex
   * @param groupHash which group began it
   */
  record Chain(
      String url,
      String name,
      String hash,
      String publicKey,
      String groupHash,
      Instant genesis,
      Duration period) {}

  /**
   * The beacon of NIST.
   *
   * @param certificates in PEM
   */
  record Pulses(String url, List<String> certificates) {}

  List<Oracle> oracles() {
    return Stream.concat(
            chains.stream().<Oracle>map(Drand::new),
            Stream.of(new Nist(nist.url(), nist.certificates()), new Silence()))
        .toList();
  }
}
