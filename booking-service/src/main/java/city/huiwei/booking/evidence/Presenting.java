package city.huiwei.booking.evidence;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Dossiers;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows which papers an application needs, and where each stands. */
@Service
public class Presenting {

  private final Applying applying;
  private final Dossiers dossiers;
  private final Documents documents;

  Presenting(Applying applying, Dossiers dossiers, Documents documents) {
    this.applying = applying;
    this.dossiers = dossiers;
    this.documents = documents;
  }

  /** For whose application it is, who helps them, and the staff whose desk it is at. */
  Mono<List<Paper>> papers(SignedIn who, UUID application) {
    return applying.seen(who, application).flatMap(this::papers);
  }

  /** What a person found goes before what was typed. */
  Mono<List<Paper>> papers(Application application) {
    var found = dossiers.open(application).found();
    return papers(application.id(), Kinds.needed(applying.programme(application), found));
  }

  /** With the kinds that are needed now, and those that were brought all the same. */
  public Mono<List<Paper>> papers(UUID application, List<String> needed) {
    return documents.of(application).collectList().map(all -> Kinds.papers(needed, all));
  }
}
