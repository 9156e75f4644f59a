package city.huiwei.inventory.hold;

import city.huiwei.inventory.contract.Period;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed of a hold that is there.
 *
 * @param actor who of an operator's staff wants it; absent where a service does
 */
record HoldChange(
    UUID hold, String pool, Kind kind, @Nullable LocalDate to, @Nullable String actor) {

  HoldChange(UUID hold, String pool, Kind kind, @Nullable LocalDate to) {
    this(hold, pool, kind, to, null);
  }

  /** The ways in which a hold changes; each finds out by itself whether it still can. */
  enum Kind {
    /** A timed hold becomes firm before it lapses. */
    CONFIRM,
    /** A live hold is given back whole. */
    RELEASE,
    /** A live hold ends on an earlier day of its period. */
    END,
    /** A live hold stays in its unit, whoever else needs room. */
    PIN,
    /** A live hold may be given another unit again. */
    UNPIN,
    /** A timed hold has lapsed. */
    LAPSE
  }

  /**
   * A row of the table {@code hold_change}.
   *
   * @param was the nights that were taken before, absent when there were none
   * @param period the nights that are taken now, absent when there are none
   * @param pinned nothing may move it: an operator's block, or somebody wanted it so
   */
  record Made(
      UUID hold,
      String pool,
      @Nullable String unit,
      @Nullable Period was,
      @Nullable Period period,
      boolean pinned) {}
}
