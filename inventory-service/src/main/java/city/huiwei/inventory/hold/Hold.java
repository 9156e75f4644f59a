package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.HoldAnswer;
import city.huiwei.inventory.contract.HoldAsk;
import city.huiwei.inventory.contract.HoldRequest;
import city.huiwei.inventory.contract.Refusal;
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
    List<Refusal> refusals) {

  /** Dates as asked, which need not make sense. */
  record Dates(LocalDate from, @Nullable LocalDate to) {}

  static Hold taken(String site, HoldAsk ask, String unit) {
    var dates = new Dates(ask.from(), ask.to());
    var state = ask.until() == null ? "FIRM" : "TIMED";
    return new Hold(
        site, ask.hold(), ask.pool(), unit, state, dates, dates, ask.until(), List.of());
  }

  static Hold refused(String site, HoldAsk ask, List<Refusal> reasons) {
    var dates = new Dates(ask.from(), ask.to());
    return new Hold(
        site, ask.hold(), ask.pool(), null, "REFUSED", dates, dates, ask.until(), reasons);
  }

  /** The same hold in another unit. */
  Hold in(String otherUnit) {
    return new Hold(site, hold, pool, otherUnit, state, asked, period, until, refusals);
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
