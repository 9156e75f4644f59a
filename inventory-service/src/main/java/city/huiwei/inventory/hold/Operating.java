package city.huiwei.inventory.hold;

import city.huiwei.edge.ProblemException;
import city.huiwei.edge.Reason;
import city.huiwei.inventory.contract.Period;
import city.huiwei.inventory.contract.UnitChart.Arranged;
import city.huiwei.inventory.contract.UnitChart.Exchange;
import city.huiwei.inventory.contract.UnitChart.NewBlock;
import city.huiwei.inventory.contract.UnitChart.NewUnit;
import city.huiwei.inventory.seating.Arrangement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What an operator's staff do with stays and units at their own sites; empty: there is no such
 * thing at theirs.
 */
@Service
public class Operating {

  private final StaffedHolds staffed;
  private final HoldLanes lanes;

  Operating(StaffedHolds staffed, HoldLanes lanes) {
    this.staffed = staffed;
    this.lanes = lanes;
  }

  /**
   * @param actor who does it
   * @param operator at whose sites
   */
  public Mono<Arranged> move(String actor, String operator, UUID stay, NewUnit to) {
    return staffed
        .one(stay, operator)
        .flatMap(theirs ->
            arrange(
                theirs.hold().pool(),
                new Arrangement.Transfer(stay, to.seen(), to.unit()),
                null,
                actor))
        .then(now(stay, operator));
  }

  public Mono<Arranged> exchange(String actor, String operator, UUID stay, Exchange with) {
    return staffed
        .one(stay, operator)
        .flatMap(theirs ->
            arrange(
                theirs.hold().pool(),
                new Arrangement.Exchange(stay, with.seen(), with.other(), with.otherSeen()),
                null,
                actor))
        .then(now(stay, operator));
  }

  public Mono<Arranged> pin(String actor, String operator, UUID stay, boolean pinned) {
    var kind = pinned ? HoldChange.Kind.PIN : HoldChange.Kind.UNPIN;
    return staffed
        .one(stay, operator)
        .flatMap(theirs -> change(new HoldChange(stay, theirs.hold().pool(), kind, null, actor)));
  }

  public Mono<Arranged> block(String actor, String operator, UUID block, NewBlock wanted) {
    return staffed
        .pool(wanted.unit(), operator)
        .flatMap(pool -> {
          var reasons = BlockWish.against(wanted, pool.today());
          return reasons.isEmpty()
              ? oneBlock(actor, block, wanted, pool.pool())
              : Mono.error(unprocessable(reasons));
        });
  }

  public Mono<Arranged> unblock(String actor, String operator, UUID block) {
    return staffed
        .one(block, operator)
        .filter(theirs -> theirs.hold().isBlock())
        .flatMap(theirs -> {
          var hold = theirs.hold();
          // The nights that have passed stay what they were.
          return change(
              hold.period().from().isBefore(theirs.today())
                  ? new HoldChange(block, hold.pool(), HoldChange.Kind.END, theirs.today(), actor)
                  : new HoldChange(block, hold.pool(), HoldChange.Kind.RELEASE, null, actor));
        });
  }

  /** The same id again is the same block, and with something else a mistake. */
  private Mono<Arranged> oneBlock(String actor, UUID id, NewBlock wanted, String pool) {
    var block =
        new Arrangement.Block(
            id, wanted.unit(), new Period(wanted.from(), wanted.to()), wanted.reseating());
    return staffed
        .any(id)
        .switchIfEmpty(
            Mono.defer(() -> arrange(pool, block, wanted.reason().strip(), actor))
                .then(staffed.any(id)))
        .filter(hold -> BlockWish.isThat(wanted, hold))
        .switchIfEmpty(Mono.error(() -> unprocessable(List.of(Reason.of("BLOCK_ID_REUSED")))))
        .map(Operating::arranged);
  }

  private Mono<Hold> arrange(
      String pool, Arrangement wanted, @Nullable String blockReason, String actor) {
    return lanes
        .ask(new LaneQuestion.Arrange(pool, wanted, blockReason, actor))
        .flatMap(answer ->
            answer.against().isEmpty()
                ? Mono.empty()
                : Mono.error(
                    conflict(
                        answer.against().stream().map(each -> Reason.of(each.name())).toList())));
  }

  private Mono<Arranged> change(HoldChange change) {
    return lanes
        .ask(new LaneQuestion.Change(change))
        .mapNotNull(LaneAnswer::hold)
        .map(Operating::arranged)
        .switchIfEmpty(Mono.error(() -> conflict(List.of(Reason.of("STAY_ENDED")))));
  }

  private Mono<Arranged> now(UUID stay, String operator) {
    return Mono.defer(() -> staffed.one(stay, operator)).map(theirs -> arranged(theirs.hold()));
  }

  private static Arranged arranged(Hold hold) {
    return new Arranged(hold.hold(), hold.pool(), hold.unit());
  }

  private static ProblemException conflict(List<Reason> reasons) {
    return new ProblemException(HttpStatus.CONFLICT, "not-arranged", reasons);
  }

  private static ProblemException unprocessable(List<Reason> reasons) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "not-arranged", reasons);
  }
}
