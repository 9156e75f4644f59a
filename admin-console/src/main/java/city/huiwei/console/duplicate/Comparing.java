package city.huiwei.console.duplicate;

import city.huiwei.booking.contract.DuplicateDesk;
import city.huiwei.booking.contract.DuplicateDesk.Comparison;
import city.huiwei.booking.contract.DuplicateDesk.OpenDuplicates;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lays alike applications side by side and takes down what a person finds; empty: not here. */
@Component
class Comparing {

  private final DuplicateDesk desk;

  Comparing(DuplicateDesk desk) {
    this.desk = desk;
  }

  Mono<OpenDuplicates> open() {
    return desk.open();
  }

  Mono<Comparison> compare(UUID older, UUID newer) {
    return desk.compare(older, newer);
  }

  /** True once it is written down. */
  Mono<Boolean> resolve(DuplicateDesk.Finding finding) {
    return desk.compare(finding.older(), finding.newer())
        .flatMap(_ -> desk.resolve(finding).thenReturn(true));
  }
}
