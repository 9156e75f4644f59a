package city.huiwei.booking.duplicate;

import city.huiwei.booking.Speaking;
import city.huiwei.booking.contract.DuplicateDesk;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on applications that are alike, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class DuplicateController implements DuplicateDesk {

  private final Deduplicating deduplicating;
  private final Contrasting contrasting;

  DuplicateController(Deduplicating deduplicating, Contrasting contrasting) {
    this.deduplicating = deduplicating;
    this.contrasting = contrasting;
  }

  @Override
  public Mono<OpenDuplicates> open() {
    return SignedIn.current().flatMap(deduplicating::open).map(OpenDuplicates::new);
  }

  @Override
  public Mono<Comparison> compare(UUID older, UUID newer) {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> contrasting.compare(asker.getT1(), older, newer, asker.getT2()));
  }

  @Override
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public Mono<Void> resolve(Finding finding) {
    return SignedIn.current().flatMap(staff -> deduplicating.resolve(staff, finding));
  }
}
