package city.huiwei.booking.evidence;

import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.PaperChecking;
import city.huiwei.edge.Reason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says which papers an application lacks before it can be found sound. */
@Component
class Vouching implements PaperChecking {

  private final Presenting presenting;
  private final Applications applications;

  Vouching(Presenting presenting, Applications applications) {
    this.presenting = presenting;
    this.applications = applications;
  }

  /** The application's row is locked, so that no verdict changes while somebody decides. */
  @Override
  public Mono<List<Reason>> faults(UUID application, List<String> kinds) {
    return applications
        .locked(application)
        .then(Mono.defer(() -> presenting.papers(application, kinds)))
        .map(papers ->
            papers.stream()
                .filter(Paper::isNeeded)
                .map(Paper::fault)
                .flatMap(Optional::stream)
                .toList());
  }
}
