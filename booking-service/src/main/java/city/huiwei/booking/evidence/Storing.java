package city.huiwei.booking.evidence;

import static reactor.core.scheduler.Schedulers.boundedElastic;

import city.huiwei.booking.archive.Vault;
import city.huiwei.booking.document.Examination;
import city.huiwei.booking.document.Examination.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves contents between the network and the vault, on threads that may wait, a piece at a time.
 */
@Component
class Storing {

  private static final int PIECES_AHEAD = 4;
  private static final int PIECE_BYTES = 16_384;

  /**
   * Who sends too much is read on for a while, as a browser that is cut off shows no answer; then
   * not any more.
   */
  private static final int READ_ON = 4;

  private final Vault vault;

  Storing(Vault vault) {
    this.vault = vault;
  }

  /** Seals what comes and says what it is; it is not kept yet. */
  Mono<Result> receive(UUID id, Flux<DataBuffer> content, long mostBytes) {
    return Mono.using(
            () -> new Intake(vault.receive(id), new Examination(mostBytes)),
            intake ->
                content
                    .publishOn(boundedElastic(), PIECES_AHEAD)
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                    .doOnNext(intake::next)
                    .takeUntil(_ -> intake.examination().received() > READ_ON * mostBytes)
                    .then(Mono.fromCallable(() -> intake.examination().end())),
            Intake::close)
        .subscribeOn(boundedElastic());
  }

  Mono<Void> keep(UUID id) {
    return waiting(() -> vault.keep(id));
  }

  Mono<Void> remove(UUID id) {
    return waiting(() -> vault.remove(id));
  }

  /** The content as it was brought. */
  Flux<DataBuffer> open(UUID id) {
    return DataBufferUtils.readInputStream(
            () -> vault.open(id), DefaultDataBufferFactory.sharedInstance, PIECE_BYTES)
        .subscribeOn(boundedElastic());
  }

  /** Something that waits for a disk or a network. */
  @FunctionalInterface
  private interface Wait {
    void end() throws IOException;
  }

  private static Mono<Void> waiting(Wait wait) {
    return Mono.<Void>fromCallable(
            () -> {
              wait.end();
              return null;
            })
        .subscribeOn(boundedElastic());
  }

  /** What is being received: sealed, and looked at meanwhile. */
  private record Intake(OutputStream sealed, Examination examination) {

    void next(DataBuffer buffer) {
      try {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        sealed.write(bytes, 0, examination.next(bytes, bytes.length));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } finally {
        DataBufferUtils.release(buffer);
      }
    }

    void close() {
      try {
        sealed.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
