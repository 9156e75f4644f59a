package city.huiwei.console.stock;

import city.huiwei.console.contract.ImportReport;
import city.huiwei.console.contract.Intake;
import city.huiwei.console.contract.StockFile;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a file from a browser, passes it on for delivery, and asks how far its import is. */
@Component
class Receiving {

  private final Delivering delivering;
  private final Intake intake;

  Receiving(Delivering delivering, Intake intake) {
    this.delivering = delivering;
    this.intake = intake;
  }

  /** Answers with the id of the import as soon as the file is here. */
  Mono<UUID> receive(StockFile file, FilePart content, String token, Locale language) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return place()
        .flatMap(place -> content.transferTo(place).thenReturn(place))
        .map(place -> new Errand(id, file, place, token, language))
        .doOnNext(delivering::send)
        .thenReturn(id);
  }

  /** What inventory says; empty while the file is on its way, or when there is none. */
  Mono<ImportReport> report(UUID id) {
    return intake.find(id);
  }

  /** What became of it on its way; empty once it has arrived. */
  Mono<Fate> fate(UUID id) {
    return Mono.fromSupplier(() -> delivering.fate(id)).flatMap(Mono::justOrEmpty);
  }

  // What WebFlux put on disk is gone when the request ends, and the errand outlives it.
  private static Mono<Path> place() {
    return Mono.fromCallable(() -> Files.createTempFile("huiwei-import-", ""))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
