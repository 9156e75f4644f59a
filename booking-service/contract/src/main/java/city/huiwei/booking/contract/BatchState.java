package city.huiwei.booking.contract;

/** The life of a batch. */
public enum BatchState {
  DRAFT,
  DISCARDED,
  RELEASED,
  /** Everything is placed, and what was left over is booked at once. */
  SETTLED
}
