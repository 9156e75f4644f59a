package city.huiwei.booking.evidence;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes the contents whose time is over, that were taken back, and that never came whole: the
 * content first, then what the row says of it, so that a crash between the two leaves a row that is
 * seen to again.
 */
@Component
class Erasing implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Erasing.class);
  private static final int MOST = 200;

  private final Documents documents;
  private final Storing storing;
  private final EvidenceRules rules;
  private final ErasingSettings settings;
  private Disposable running = Disposables.disposed();

  Erasing(Documents documents, Storing storing, EvidenceRules rules, ErasingSettings settings) {
    this.documents = documents;
    this.storing = storing;
    this.rules = rules;
    this.settings = settings;
  }

  @Override
  public void start() {
    running =
        Flux.interval(settings.pause()).onBackpressureDrop().concatMap(_ -> sweep()).subscribe();
  }

  private Mono<Void> sweep() {
    return documents
        .endDue(rules, MOST)
        .thenMany(documents.claimLeaving(settings.arriving(), settings.leaving(), MOST))
        .concatMap(this::erase)
        .doOnError(error -> log.warn("not erased: {}", error.toString()))
        .onErrorComplete()
        .then();
  }

  /** What cannot be removed now is left for a later round. */
  private Mono<Void> erase(UUID document) {
    return storing
        .remove(document)
        .then(Mono.defer(() -> documents.gone(document)))
        .doOnError(error -> log.warn("{} is not erased: {}", document, error.toString()))
        .onErrorComplete();
  }

  @Override
  public void stop() {
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return !running.isDisposed();
  }
}
