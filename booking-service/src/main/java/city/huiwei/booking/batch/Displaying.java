package city.huiwei.booking.batch;

import city.huiwei.booking.contract.BatchLine;
import city.huiwei.booking.programme.Programmes;
import city.huiwei.edge.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Shows what is released to everyone. Nothing of it changes but its state, so a crowd shares it.
 */
@Service
public class Displaying {

  static final int PAGE = 20;

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Batches batches;
  private final String programme;
  private final Cache<UUID, Mono<Batch>> known =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build();

  Displaying(Batches batches, Programmes programmes) {
    this.batches = batches;
    this.programme = programmes.graduateHousing().code();
  }

  /** A public batch; the error of one that is not there for those that are not public. */
  public Mono<Batch> one(UUID id) {
    return known
        .get(id, this::ask)
        .filter(Batch::isPublic)
        .switchIfEmpty(Mono.error(ProblemException::notFound));
  }

  /** As it is now, for who has to know why the table said no. */
  Mono<Batch> anew(UUID id) {
    known.invalidate(id);
    return one(id);
  }

  private Mono<Batch> ask(UUID id) {
    return batches
        .one(id)
        .doOnError(_ -> known.invalidate(id))
        .doOnSuccess(batch -> forgetUnlessPublic(id, batch))
        .cache();
  }

  /** A draft may be released the next moment, and is then there for everyone. */
  private void forgetUnlessPublic(UUID id, @Nullable Batch batch) {
    if (batch == null || !batch.isPublic()) {
      known.invalidate(id);
    }
  }

  Mono<BatchLine> line(UUID id, Locale locale) {
    return one(id).zipWith(batches.now(), (batch, now) -> BatchText.line(batch, now, locale));
  }

  /** The newest first, those before one where it is named. */
  Mono<List<BatchLine>> lines(@Nullable UUID before, Locale locale) {
    return batches
        .released(programme, before, PAGE)
        .collectList()
        .zipWith(
            batches.now(),
            (found, now) ->
                found.stream().map(batch -> BatchText.line(batch, now, locale)).toList());
  }
}
