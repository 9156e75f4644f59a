package city.huiwei.booking.batch;

import city.huiwei.booking.Speaking;
import city.huiwei.booking.contract.BatchDesk;
import city.huiwei.booking.contract.BatchDraft;
import city.huiwei.edge.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract on an operator's batches, over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('CASEWORKER', 'MANAGER')")
class BatchDeskController implements BatchDesk {

  private final Drafting drafting;
  private final Releasing releasing;
  private final Weighing weighing;
  private final Supervising supervising;

  BatchDeskController(
      Drafting drafting, Releasing releasing, Weighing weighing, Supervising supervising) {
    this.drafting = drafting;
    this.releasing = releasing;
    this.weighing = weighing;
    this.supervising = supervising;
  }

  @Override
  public Mono<Drafted> draft(BatchDraft draft) {
    return SignedIn.current()
        .flatMap(staff ->
            drafting
                .draft(staff, draft)
                .flatMap(written ->
                    releasing
                        .theirs(staff, written.batch())
                        .flatMap(batch -> file(staff, batch))
                        .map(file -> new Drafted(file, written.lists()))));
  }

  @Override
  public Mono<RoomList> rooms() {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> drafting.rooms(asker.getT1(), asker.getT2()))
        .map(RoomList::new);
  }

  @Override
  public Mono<BatchPage> batches(@Nullable UUID after) {
    return SignedIn.current()
        .zipWith(Speaking.current())
        .flatMap(asker -> supervising.page(asker.getT1(), after, asker.getT2()));
  }

  @Override
  public Mono<BatchFile> file(UUID batch) {
    return SignedIn.current()
        .flatMap(staff -> releasing.theirs(staff, batch).flatMap(own -> file(staff, own)));
  }

  @Override
  @PreAuthorize("hasRole('MANAGER')")
  public Mono<BatchFile> release(UUID batch) {
    return SignedIn.current()
        .flatMap(staff -> releasing.release(staff, batch).flatMap(own -> file(staff, own)));
  }

  @Override
  public Mono<BatchFile> discard(UUID batch) {
    return SignedIn.current()
        .flatMap(staff -> releasing.discard(staff, batch).flatMap(own -> file(staff, own)));
  }

  @Override
  public Mono<Urgencies> urgencies(UUID batch) {
    return SignedIn.current().flatMap(staff -> weighing.of(staff, batch)).map(Urgencies::new);
  }

  @Override
  public Mono<Urgency> decide(UUID batch, UUID entry, Verdict verdict) {
    return SignedIn.current().flatMap(staff -> weighing.decide(staff, batch, entry, verdict));
  }

  private Mono<BatchFile> file(SignedIn staff, Batch batch) {
    return Speaking.current().flatMap(locale -> supervising.file(staff, batch, locale));
  }
}
