package city.huiwei.inventory.intake;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.stockfile.StockFile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes files in. The same id with the same content is the same import, however often it comes. */
@Service
class Importing {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Spooling spooling;
  private final Imports imports;
  private final TakingOver takingOver;
  private final ImportSettings settings;
  private final Semaphore places;

  Importing(Spooling spooling, Imports imports, TakingOver takingOver, ImportSettings settings) {
    this.spooling = spooling;
    this.imports = imports;
    this.takingOver = takingOver;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * Takes the file over, or finds what came of it before.
   *
   * @param operator whose stock it may change; all when absent
   */
  Mono<Import> take(UUID id, StockFile file, @Nullable String operator, Flux<DataBuffer> body) {
    var whole =
        Mono.using(
            this::place,
            _ -> spooling.receive(body, spool -> takeOnce(id, file, operator, spool)),
            Semaphore::release);
    // It goes on without its caller: a transaction is not left half-way because somebody hung up,
    // who finds the report later. An upload that breaks off is an error of the body and ends it.
    return Mono.fromFuture(whole::toFuture, true);
  }

  /** An import; empty when there is none that somebody of that operator may see. */
  Mono<Import> find(UUID id, @Nullable String operator) {
    return imports.find(id).filter(found -> operator == null || operator.equals(found.operator()));
  }

  private Semaphore place() {
    if (!places.tryAcquire()) {
      throw ProblemException.busy(Duration.ofSeconds(10));
    }
    return places;
  }

  private Mono<Import> takeOnce(UUID id, StockFile file, @Nullable String operator, Spool spool) {
    return imports
        .begin(id, file, spool, operator, settings.silence())
        .flatMap(attempt -> run(new Attempt(id, attempt, file, operator, spool.path())))
        .then(Mono.defer(() -> imports.find(id)))
        .filter(found -> found.isOf(spool, file, operator))
        .switchIfEmpty(Mono.error(Importing::reused));
  }

  private Mono<Void> run(Attempt attempt) {
    var done = Sinks.<Void>empty();
    var work =
        takingOver
            .takeOver(attempt)
            .filter(Report::isRefusal)
            .flatMap(report -> imports.end(attempt.id, attempt.attempt, report))
            .onErrorResume(
                error -> imports.forget(attempt.id, attempt.attempt).then(Mono.error(error)))
            .doFinally(_ -> done.tryEmitEmpty())
            .then();
    return work.and(heartbeat(attempt).takeUntilOther(done.asMono()).then());
  }

  private Flux<Void> heartbeat(Attempt attempt) {
    return Flux.interval(A_MOMENT)
        .onBackpressureDrop()
        .concatMap(_ ->
            imports
                .note(attempt.id, attempt.attempt, attempt.phase(), attempt.rows())
                .onErrorComplete());
  }

  private static ProblemException reused() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "import-id-reused",
        List.of(Reason.of("IMPORT_ID_REUSED")));
  }
}
