package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.contract.BatchDesk.BatchFile;
import city.huiwei.booking.contract.BatchDesk.BatchPage;
import city.huiwei.booking.person.Account;
import city.huiwei.edge.SignedIn;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows staff their operator's batches and how many have registered. */
@Service
class Supervising {

  private static final int PAGE = 20;

  private final Batches batches;
  private final Counts counts;

  Supervising(Batches batches, Counts counts) {
    this.batches = batches;
    this.counts = counts;
  }

  Mono<BatchPage> page(SignedIn staff, @Nullable UUID before, Locale locale) {
    return batches
        .of(requireNonNull(staff.operator()), before, PAGE)
        .collectList()
        .zipWith(
            batches.now(),
            (found, now) ->
                new BatchPage(
                    found.stream().map(batch -> BatchText.line(batch, now, locale)).toList(),
                    found.size() < PAGE ? null : found.getLast().id()));
  }

  Mono<BatchFile> file(SignedIn staff, Batch batch, Locale locale) {
    return counts
        .of(batch.id())
        .zipWith(
            batches.now(),
            (figures, now) ->
                new BatchFile(
                    BatchText.line(batch, now, locale),
                    Account.of(staff).equals(batch.people().draftedBy()),
                    batch.people().draftedAt(),
                    batch.people().releasedAt(),
                    figures));
  }
}
