package city.huiwei.inventory.intake;

import city.huiwei.edge.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Receives a body into a temporary file, so that neither its size nor its pace fills the memory.
 */
@Component
class Spooling {

  /** A sender that says nothing for so long has gone. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final long largest;

  Spooling(ImportSettings settings) {
    this.largest = settings.largest().toBytes();
  }

  /** Hands over the received file, and deletes it when its user is done. Too much is a 413. */
  <T> Mono<T> receive(Flux<DataBuffer> body, Function<Spool, Mono<T>> use) {
    return Mono.usingWhen(
        blocking(() -> Files.createTempFile("import-", ".spool")),
        path -> write(body, path).flatMap(use),
        path -> blocking(() -> Files.deleteIfExists(path)));
  }

  private Mono<Spool> write(Flux<DataBuffer> body, Path path) {
    var meter = new Meter(sha256(), largest);
    return DataBufferUtils.write(body.timeout(SILENCE).doOnNext(meter::take), path)
        .then(Mono.fromSupplier(() -> new Spool(path, meter.digest(), meter.bytes)));
  }

  private static <T> Mono<T> blocking(Callable<T> step) {
    return Mono.fromCallable(step).subscribeOn(Schedulers.boundedElastic());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Meter {

    private final MessageDigest digest;
    private final long largest;
    private long bytes;

    Meter(MessageDigest digest, long largest) {
      this.digest = digest;
      this.largest = largest;
    }

    void take(DataBuffer part) {
      bytes += part.readableByteCount();
      if (bytes > largest) {
        DataBufferUtils.release(part);
        throw new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
      }
      try (var chunks = part.readableByteBuffers()) {
        chunks.forEachRemaining(digest::update);
      }
    }

    String digest() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
