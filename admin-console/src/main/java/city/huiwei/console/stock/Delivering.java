package city.huiwei.console.stock;

import city.huiwei.console.contract.Intake;
import city.huiwei.console.web.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Brings files to inventory, so that nobody has to keep a page open until it has read them. */
@Component
class Delivering implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Delivering.class);
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 1000;

  // Inventory restarts, or works on as many files as it can: the same id makes a second try safe.
  private static final Retry WHEN_IT_IS_BACK =
      Retry.backoff(8, Duration.ofSeconds(1))
          .maxBackoff(Duration.ofSeconds(30))
          .filter(Delivering::mayPass);

  private final Intake intake;
  private final Sinks.Many<Errand> waiting = Sinks.many().unicast().onBackpressureBuffer();
  private final Map<UUID, Fate> fates = Collections.synchronizedMap(new Memory());
  private @Nullable Disposable round;

  Delivering(Intake intake) {
    this.intake = intake;
  }

  void send(Errand errand) {
    fates.put(errand.id(), new Fate.UnderWay(errand));
    waiting.emitNext(errand, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
  }

  /** Empty once inventory has it. */
  Optional<Fate> fate(UUID id) {
    return Optional.ofNullable(fates.get(id));
  }

  private Mono<Void> bring(Errand errand) {
    var content = new FileSystemResource(errand.content());
    return intake
        .put(
            errand.id(),
            errand.file().word(),
            "Bearer " + errand.token(),
            errand.language().toLanguageTag(),
            content)
        .retryWhen(WHEN_IT_IS_BACK)
        .onErrorResume(Delivering::isReport, _ -> Mono.empty())
        .doOnSuccess(_ -> fates.remove(errand.id()))
        .onErrorResume(error -> undelivered(errand, error))
        .doFinally(_ -> Schedulers.boundedElastic().schedule(() -> delete(errand)));
  }

  private Mono<Void> undelivered(Errand errand, Throwable error) {
    log.warn("Could not bring {} to inventory: {}", errand, error.toString());
    return Refusals.of(error)
        .onErrorReturn(List.of())
        .doOnNext(reasons -> fates.put(errand.id(), new Fate.Undelivered(reasons)))
        .then();
  }

  private static boolean mayPass(Throwable error) {
    return error instanceof WebClientRequestException
        || (error instanceof WebClientResponseException answer
            && List.of(429, 502, 503, 504).contains(answer.getStatusCode().value()));
  }

  /** A refused import is an import: its report is inventory's to show. */
  private static boolean isReport(Throwable error) {
    return error instanceof WebClientResponseException.UnprocessableContent answer
        && !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
            answer.getHeaders().getContentType());
  }

  private static void delete(Errand errand) {
    try {
      Files.deleteIfExists(errand.content());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Override
  public void start() {
    round = waiting.asFlux().flatMap(this::bring, AT_ONCE).subscribe();
  }

  @Override
  public void stop() {
    if (round != null) {
      round.dispose();
      round = null;
    }
  }

  @Override
  public boolean isRunning() {
    return round != null;
  }

  /** Forgets the oldest. */
  private static final class Memory extends LinkedHashMap<UUID, Fate> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Fate> eldest) {
      return size() > REMEMBERED;
    }
  }
}
