package city.huiwei.booking.beacon;

import city.huiwei.booking.ballot.Round;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks a beacon for a round, for a short time and for few bytes, and believes no signature unseen.
 */
@Service
public class Listening {

  /** A pulse has 4 KB. */
  static final int MOST_BYTES = 32 * 1024;

  private final WebClient web;
  private final List<Oracle> oracles;
  private final Duration patience;

  Listening(WebClient.Builder builder, BeaconSettings settings) {
    this.web =
        builder
            .clone()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
            .build();
    this.oracles = settings.oracles();
    this.patience = settings.patience();
  }

  /** Whether one of this city's beacons speaks it. */
  public boolean knows(Round round) {
    return oracle(round).isPresent();
  }

  /** When the round is spoken; nothing for what nobody speaks. */
  public Optional<Instant> at(Round round) {
    return oracle(round).flatMap(oracle -> oracle.at(round));
  }

  /** The round from the beacon itself. */
  public Mono<Heard> hear(Round round) {
    return Mono.justOrEmpty(oracle(round).flatMap(oracle -> oracle.address(round)))
        .flatMap(this::fetched)
        .defaultIfEmpty("")
        .map(record -> check(round, record))
        .onErrorReturn(Doubt.SILENT.heard());
  }

  /** Of a record that somebody brought: where the office has no internet. */
  public Heard check(Round round, String record) {
    return oracle(round)
        .map(oracle -> oracle.check(round, record))
        .orElseGet(Doubt.UNKNOWN_ROUND::heard);
  }

  private Mono<String> fetched(URI address) {
    return web.get().uri(address).retrieve().bodyToMono(String.class).timeout(patience);
  }

  private Optional<Oracle> oracle(Round round) {
    return oracles.stream().filter(oracle -> oracle.speaks(round)).findFirst();
  }
}
