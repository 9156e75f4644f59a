package city.huiwei.inventory.contract;

/** Why a hold is refused; the asking service has the words. */
public enum Refusal {
  /** Every unit of the pool is taken on some night of the period. */
  NO_PLACE_LEFT,
  /** No pool has that code. */
  UNKNOWN_POOL,
  /** The period begins before the city's today. */
  PERIOD_IN_THE_PAST,
  /** The period ends before it begins, or is longer than inventory plans. */
  PERIOD_IMPOSSIBLE,
  /** The hold has lapsed or was released. */
  HOLD_ENDED
}
