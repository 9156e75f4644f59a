package city.huiwei.console.trial;

import city.huiwei.booking.contract.MatchingTrials;
import city.huiwei.booking.contract.MatchingTrials.Outcome;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends a market as it was typed, and brings what came out. */
@Component
class Trying {

  private final MatchingTrials trials;

  Trying(MatchingTrials trials) {
    this.trials = trials;
  }

  Mono<Outcome> match(String market) {
    return trials.match(
        Flux.<DataBuffer>defer(() ->
            Flux.just(
                DefaultDataBufferFactory.sharedInstance.wrap(
                    market.getBytes(StandardCharsets.UTF_8)))));
  }
}
