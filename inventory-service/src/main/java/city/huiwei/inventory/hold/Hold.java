package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Refusal;
import city.huiwei.inventory.seating.Arrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code hold}: a unit taken, or the refusal that was given.
 *
 * @param state a {@link HoldAnswer.State} or {@code REFUSED}
 * @param asked what was asked for; {@code period} is what is left of it
 * @param blockReason why an operator took the unit; only a block has one
 */
record Hold(
    String site,
    UUID hold,
    String pool,
    @Nullable String unit,
    String state,
    Dates asked,
    Dates period,
    @Nullable Instant until,
    List<Refusal> refusals,
    @Nullable String blockReason) {

  /** Dates as asked, which need not make sense. */
  record Dates(LocalDate from, @Nullable LocalDate to) {}

  static Hold taken(String site, HoldAsk ask, String unit) {
    var dates = new Dates(ask.from(), ask.to());
    var state = ask.until() == null ? "FIRM" : "TIMED";
    return new Hold(
        site, ask.hold(), ask.pool(), unit, state, dates, dates, ask.until(), List.of(), null);
  }

  /** An operator's block. */
  static Hold blocked(String site, String pool, Arrangement.Block block, String reason) {
    var dates = new Dates(block.period().from(), block.period().to());
    return new Hold(
        site, block.id(), pool, block.unit(), "FIRM", dates, dates, null, List.of(), reason);
  }

  static Hold refused(String site, HoldAsk ask, List<Refusal> reasons) {
    var dates = new Dates(ask.from(), ask.to());
    return new Hold(
        site, ask.hold(), ask.pool(), null, "REFUSED", dates, dates, ask.until(), reasons, null);
  }

  /** The same hold in another unit. */
  Hold in(String otherUnit) {
    return new Hold(
        site, hold, pool, otherUnit, state, asked, period, until, refusals, blockReason);
  }

  boolean isBlock() {
    return blockReason != null;
  }

  /** Whether this is the answer to that request: the same pool and the same dates were asked. */
  boolean answers(HoldRequest request) {
    return pool.equals(request.pool()) && asked.equals(new Dates(request.from(), request.to()));
  }

  HoldAnswer answer() {
    return unit == null
        ? new HoldAnswer.Refused(hold, refusals)
        : new HoldAnswer.Held(
            hold,
            HoldAnswer.State.valueOf(state),
            pool,
            site,
            unit,
            period.from(),
            period.to(),
            until);
  }
}
