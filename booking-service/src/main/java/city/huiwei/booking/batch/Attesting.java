package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.DrawnTicket;
import city.huiwei.booking.draw.Results;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes receipts: what was entered, its ticket and leaf, and what came of it. */
@Service
class Attesting {

  private final Displaying displaying;
  private final Urgencies urgencies;
  private final Results results;

  Attesting(Displaying displaying, Urgencies urgencies, Results results) {
    this.displaying = displaying;
    this.urgencies = urgencies;
    this.results = results;
  }

  Mono<EntryAnswer> receipt(Entry entry) {
    return displaying
        .one(entry.batch())
        .flatMap(batch ->
            Mono.zip(drawn(batch, entry), urgent(entry))
                .map(both ->
                    EntryAnswer.of(
                        entry,
                        isDrawn(batch, entry) ? batch.draw() : null,
                        both.getT1().orElse(null),
                        both.getT2().orElse(null))));
  }

  private Mono<Optional<DrawnTicket>> drawn(Batch batch, Entry entry) {
    return isDrawn(batch, entry)
        ? results
            .of(String.valueOf(batch.draw()), entry.ticket())
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty())
        : Mono.just(Optional.empty());
  }

  private Mono<Optional<EntryAnswer.Urgent>> urgent(Entry entry) {
    return urgencies
        .one(entry.id())
        .map(claim -> Optional.of(EntryAnswer.Urgent.of(claim.granted())))
        .defaultIfEmpty(Optional.empty());
  }

  private static boolean isDrawn(Batch batch, Entry entry) {
    return batch.draw() != null && entry.isDrawn();
  }
}
