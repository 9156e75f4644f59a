package city.huiwei.console.batch;

import city.huiwei.booking.contract.BatchDesk;
import city.huiwei.booking.contract.BatchDesk.BatchFile;
import city.huiwei.booking.contract.BatchDesk.BatchPage;
import city.huiwei.booking.contract.BatchDesk.Drafted;
import city.huiwei.booking.contract.BatchDesk.RoomLine;
import city.huiwei.booking.contract.BatchDesk.Urgency;
import city.huiwei.booking.contract.BatchDesk.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Drafts batches, releases them, and sees who says that it is urgent; empty: not here. */
@Component
class Releasing {

  private final BatchDesk desk;

  Releasing(BatchDesk desk) {
    this.desk = desk;
  }

  /** A batch with the claims of urgency. */
  record Seen(BatchFile file, List<Urgency> urgencies) {}

  Mono<BatchPage> batches(@Nullable UUID after) {
    return desk.batches(after);
  }

  Mono<List<RoomLine>> rooms() {
    return desk.rooms().map(BatchDesk.RoomList::items);
  }

  Mono<Drafted> draft(DraftForm form) {
    return desk.draft(form.draft());
  }

  Mono<Seen> seen(UUID batch) {
    return desk.file(batch)
        .flatMap(file -> desk.urgencies(batch).map(urgencies -> new Seen(file, urgencies.items())));
  }

  Mono<BatchFile> release(UUID batch) {
    return desk.release(batch);
  }

  Mono<BatchFile> discard(UUID batch) {
    return desk.discard(batch);
  }

  Mono<Urgency> decide(UUID batch, UUID entry, boolean granted, String reason) {
    return desk.decide(batch, entry, new Verdict(granted, reason));
  }
}
