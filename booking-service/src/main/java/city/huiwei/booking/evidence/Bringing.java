package city.huiwei.booking.evidence;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.ApplicationState;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.document.Examination.Result;
import city.huiwei.booking.document.Flaw;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the papers of an application: the row first, then the content, sealed as it comes, then the
 * word that it is here. Whatever breaks off in between is given up, and the sweeper removes it.
 */
@Service
class Bringing {

  /** Far less than the sweeper waits before it takes an arrival for lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int MOST_AT_ONCE = 64;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Applying applying;
  private final Applications applications;
  private final Documents documents;
  private final Presenting presenting;
  private final Storing storing;
  private final EvidenceRules rules;
  private final TransactionalOperator transaction;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  Bringing(
      Applying applying,
      Applications applications,
      Documents documents,
      Presenting presenting,
      Storing storing,
      EvidenceRules rules,
      TransactionalOperator transaction) {
    this.applying = applying;
    this.applications = applications;
    this.documents = documents;
    this.presenting = presenting;
    this.storing = storing;
    this.rules = rules;
    this.transaction = transaction;
  }

  /** Takes one paper; the same content brought twice is one paper. */
  Mono<Document> bring(SignedIn who, UUID application, String kind, Flux<DataBuffer> content) {
    return applying
        .own(who, application)
        .flatMap(own -> presenting.papers(own))
        .doOnNext(papers -> {
          if (papers.stream().noneMatch(paper -> paper.kind().equals(kind))) {
            throw refused("invalid-request", List.of(Reason.of("PAPER_NOT_ASKED_FOR", "kind")));
          }
        })
        .then(Mono.defer(() -> take(who, application, kind, content)));
  }

  private Mono<Document> take(
      SignedIn who, UUID application, String kind, Flux<DataBuffer> content) {
    if (!places.tryAcquire()) {
      return Mono.error(ProblemException.busy(SOON));
    }
    return Mono.usingWhen(
            begin(application, kind),
            id -> receive(who, id, content, new Place(application, kind)),
            _ -> Mono.empty(),
            (id, _) -> documents.giveUp(id),
            documents::giveUp)
        .doFinally(_ -> places.release());
  }

  private record Place(UUID application, String kind) {}

  /** Nobody can bring too many by bringing them at once: the application's row is locked. */
  private Mono<UUID> begin(UUID application, String kind) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return applications
        .locked(application)
        .filter(Bringing::isOpen)
        .switchIfEmpty(Mono.error(Bringing::isOver))
        .then(Mono.defer(() -> documents.count(application, kind)))
        .doOnNext(this::refuseTooMany)
        .then(Mono.defer(() -> documents.begin(id, application, kind)))
        .thenReturn(id)
        .as(transaction::transactional);
  }

  /** What was refused may be appealed against, with new papers. */
  static boolean isOpen(Application application) {
    return application.state() != ApplicationState.ENDED
        && application.state() != ApplicationState.WITHDRAWN;
  }

  static ProblemException isOver() {
    return new ProblemException(
        HttpStatus.CONFLICT, "changed-meanwhile", List.of(Reason.of("CHANGED_MEANWHILE")));
  }

  private void refuseTooMany(Documents.Count count) {
    var reasons =
        Stream.of(
                count.ofKind() < rules.mostOfAKind() ? null : tooMany(rules.mostOfAKind()),
                count.all() < rules.most()
                    ? null
                    : new Reason("DOCUMENTS_TOO_MANY", "document", Map.of("most", rules.most())))
            .filter(Objects::nonNull)
            .toList();
    if (!reasons.isEmpty()) {
      throw refused("document-not-taken", reasons);
    }
  }

  private static Reason tooMany(int most) {
    return new Reason("DOCUMENTS_TOO_MANY_OF_A_KIND", "document", Map.of("most", most));
  }

  private Mono<Document> receive(SignedIn who, UUID id, Flux<DataBuffer> content, Place place) {
    return storing
        .receive(id, content, rules.mostSize().toBytes())
        .timeout(PATIENCE)
        .flatMap(result ->
            switch (result) {
              case Result.Sound sound -> keep(who, id, sound, place);
              case Result.Unsound(Flaw flaw) ->
                  Mono.error(refused("document-not-taken", List.of(reason(flaw))));
            });
  }

  private Mono<Document> keep(SignedIn who, UUID id, Result.Sound sound, Place place) {
    return storing
        .keep(id)
        .then(Mono.defer(() -> documents.arrived(id, sound, Account.of(who).toString())))
        .switchIfEmpty(Mono.error(() -> ProblemException.busy(SOON)))
        .onErrorResume(
            DuplicateKeyException.class,
            _ ->
                documents
                    .giveUp(id)
                    .then(
                        Mono.defer(() ->
                            documents.same(place.application(), place.kind(), sound.sha256())))
                    .doOnNext(Bringing::refuseTheSameAgain));
  }

  /** What was looked at and did not do does not do now either. */
  private static void refuseTheSameAgain(Document same) {
    if (same.isAskedAgain()) {
      throw refused("document-not-taken", List.of(Reason.of("DOCUMENT_ASKED_AGAIN", "document")));
    }
  }

  private Reason reason(Flaw flaw) {
    return switch (flaw) {
      case EMPTY -> Reason.of("DOCUMENT_EMPTY", "document");
      case TOO_LARGE ->
          new Reason(
              "DOCUMENT_TOO_LARGE", "document", Map.of("most", rules.mostSize().toMegabytes()));
      case UNKNOWN -> Reason.of("DOCUMENT_OF_UNKNOWN_FORMAT", "document");
      case CUT_OFF -> Reason.of("DOCUMENT_CUT_OFF", "document");
      case DAMAGED -> Reason.of("DOCUMENT_DAMAGED", "document");
      case TOO_MANY_PIXELS -> Reason.of("DOCUMENT_OF_TOO_MANY_PIXELS", "document");
      case LOCKED -> Reason.of("DOCUMENT_LOCKED", "document");
      case ACTIVE -> Reason.of("DOCUMENT_ACTIVE", "document");
      case NOT_ALONE -> Reason.of("DOCUMENT_NOT_ALONE", "document");
    };
  }

  /** Whoever brought a paper takes it back, as long as nobody has judged it. */
  Mono<Document> takeBack(SignedIn who, UUID id) {
    return documents
        .one(id)
        .flatMap(found -> applying.own(who, found.application()))
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(_ -> documents.takeBack(id, Account.of(who).toString()))
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    List.of(Reason.of("DOCUMENT_WAS_JUDGED")))));
  }

  static ProblemException refused(String problem, List<Reason> reasons) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, problem, reasons);
  }
}
