package city.huiwei.booking.draw;

/** How far a draw has come. */
public enum DrawState {
  /** Announced and committed to; tickets come until it closes. */
  OPEN,
  FROZEN,
  WITNESSED,
  REVEALED,
  /** The beacon has spoken. */
  LIT,
  DRAWN,
  PUBLISHED,
  /** Broken off; the record stays. */
  ABORTED
}
