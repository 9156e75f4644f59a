package city.huiwei.console.stock;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a file from a browser, hands it to the courier, and asks how far its import is. */
@Component
class Receiving {

  private final Courier courier;
  private final Intake intake;

  Receiving(Courier courier, Intake intake) {
    this.courier = courier;
    this.intake = intake;
  }

  /** Answers with the id of the import as soon as the file is here. */
  Mono<UUID> receive(StockFile file, FilePart content, String token, Locale language) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return place()
        .flatMap(place -> content.transferTo(place).thenReturn(place))
        .map(place -> new Errand(id, file, place, token, language))
        .doOnNext(courier::send)
        .thenReturn(id);
  }

  /** What inventory says; empty while the file is on its way, or when there is none. */
  Mono<ImportReport> report(UUID id) {
    return intake.find(id);
  }

  /** What became of it on its way; empty once it has arrived. */
  Mono<Fate> fate(UUID id) {
    return Mono.fromSupplier(() -> courier.fate(id)).flatMap(Mono::justOrEmpty);
  }

  // What WebFlux put on disk is gone when the request ends, and the errand outlives it.
  private static Mono<Path> place() {
    return Mono.fromCallable(() -> Files.createTempFile("huiwei-import-", ""))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
