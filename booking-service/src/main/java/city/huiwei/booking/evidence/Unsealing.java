package city.huiwei.booking.evidence;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Reviewing;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens contents: to whoever brought them, and to staff once it is written down why. */
@Service
class Unsealing {

  private final Documents documents;
  private final Applying applying;
  private final Reviewing reviewing;
  private final Storing storing;

  Unsealing(Documents documents, Applying applying, Reviewing reviewing, Storing storing) {
    this.documents = documents;
    this.applying = applying;
    this.reviewing = reviewing;
    this.storing = storing;
  }

  /** A file with its content, which is read as it is sent on. */
  record Opened(Document.File file, String name, Flux<DataBuffer> content) {}

  /** One's own. */
  Mono<Opened> open(SignedIn who, UUID id) {
    return kept(id)
        .flatMap(document ->
            applying
                .seen(who, document.application())
                .doOnNext(application -> {
                  if (who.worksFor(application.operator())) {
                    throw needsReason();
                  }
                })
                .thenReturn(document))
        .map(this::opened);
  }

  /** Staff's, which whoever applied can see. */
  Mono<Opened> read(SignedIn staff, UUID id, String reason) {
    return kept(id)
        .flatMap(
            document -> reviewing.note(staff, document.application(), reason).thenReturn(document))
        .map(this::opened);
  }

  private Mono<Document> kept(UUID id) {
    return documents
        .one(id)
        .filter(document -> document.file() != null && document.file().isKept())
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  private Opened opened(Document document) {
    var file = requireNonNull(document.file());
    var name = document.kind() + "." + file.format().ending();
    return new Opened(file, name, storing.open(document.id()));
  }

  private static ProblemException needsReason() {
    return Bringing.refused(
        "invalid-request", List.of(Reason.of("READING_NEEDS_A_REASON", "reason")));
  }
}
