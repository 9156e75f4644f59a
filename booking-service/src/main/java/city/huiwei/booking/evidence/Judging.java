package city.huiwei.booking.evidence;

import static city.huiwei.booking.notice.Notice.Kind.PAPERS_ASKED;
import static java.util.stream.Collectors.toSet;

import city.huiwei.booking.application.Application;
import city.huiwei.booking.application.Applications;
import city.huiwei.booking.application.Applying;
import city.huiwei.booking.application.Reviewing;
import city.huiwei.booking.form.Question;
import city.huiwei.booking.notice.Notice;
import city.huiwei.booking.notice.Telling;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.edge.SignedIn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Staff look at papers of their operator's applications: passed, or asked for again. */
@Service
class Judging {

  private final Applying applying;
  private final Applications applications;
  private final Reviewing reviewing;
  private final Documents documents;
  private final Telling telling;
  private final TransactionalOperator transaction;

  Judging(
      Applying applying,
      Applications applications,
      Reviewing reviewing,
      Documents documents,
      Telling telling,
      TransactionalOperator transaction) {
    this.applying = applying;
    this.applications = applications;
    this.reviewing = reviewing;
    this.documents = documents;
    this.telling = telling;
    this.transaction = transaction;
  }

  /** Says what was found of a file; whoever erred says so again. */
  Mono<Document> judge(SignedIn staff, UUID id, Verdict verdict) {
    return documents
        .one(id)
        .flatMap(document -> mayJudge(staff, document.application(), verdict))
        .switchIfEmpty(Mono.error(ProblemException::notFound))
        .flatMap(_ -> documents.judge(id, verdict, Account.of(staff).toString()))
        .switchIfEmpty(
            Mono.error(() ->
                new ProblemException(
                    HttpStatus.CONFLICT, "wrong-state", List.of(Reason.of("DOCUMENT_ERASED")))))
        .delayUntil(this::tell)
        .as(transaction::transactional);
  }

  /** Says what was found of a paper that nobody uploaded: staff hold it in their hands. */
  Mono<Document> sight(SignedIn staff, UUID application, String kind, Verdict verdict) {
    return mayJudge(staff, application, verdict)
        .doOnNext(theirs -> {
          if (!Kinds.known(applying.programme(theirs)).contains(kind)) {
            throw ProblemException.notFound();
          }
        })
        .flatMap(
            theirs -> documents.sight(seen(theirs, kind), verdict, Account.of(staff).toString()))
        .as(transaction::transactional);
  }

  /** Whoever is to bring something hears of it. */
  private Mono<Void> tell(Document judged) {
    return judged.isAskedAgain()
        ? telling.tell(Notice.of(PAPERS_ASKED, judged.application()))
        : Mono.empty();
  }

  private static Document seen(Application application, String kind) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return new Document(id, application.id(), kind, Instant.EPOCH, null, null, null);
  }

  /** The application's row is locked: nobody decides on papers while a verdict is written. */
  private Mono<Application> mayJudge(SignedIn staff, UUID application, Verdict verdict) {
    return reviewing
        .theirs(staff, application)
        .doOnNext(theirs -> refuse(verdict.mistakes(questions(theirs))))
        .then(Mono.defer(() -> applications.locked(application)))
        .filter(Bringing::isOpen)
        .switchIfEmpty(Mono.error(Bringing::isOver));
  }

  private Set<String> questions(Application application) {
    return applying.programme(application).form().questions().stream()
        .map(Question::code)
        .collect(toSet());
  }

  private static void refuse(List<Reason> mistakes) {
    if (!mistakes.isEmpty()) {
      throw Bringing.refused("invalid-request", mistakes);
    }
  }
}
