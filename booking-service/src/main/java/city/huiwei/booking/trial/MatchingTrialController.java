package city.huiwei.booking.trial;

import city.huiwei.booking.contract.MatchingTrials;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trials over HTTP; a market may be larger than what else is read. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER', 'MONITOR')")
class MatchingTrialController implements MatchingTrials {

  /** Some 15,000 families of five choices: several times the city's. */
  private static final int MOST_BYTES = 4 << 20;

  private final Trying trying;

  MatchingTrialController(Trying trying) {
    this.trying = trying;
  }

  @Override
  public Mono<Outcome> match(Flux<DataBuffer> market) {
    return DataBufferUtils.join(market, MOST_BYTES)
        .map(MatchingTrialController::content)
        .defaultIfEmpty(new byte[0])
        .flatMap(trying::match);
  }

  private static byte[] content(DataBuffer buffer) {
    var content = new byte[buffer.readableByteCount()];
    buffer.read(content);
    DataBufferUtils.release(buffer);
    return content;
  }
}
