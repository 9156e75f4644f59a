package city.huiwei.booking.round;

/**
 * What ranks a child at one class before its family's number does: a seat held, then a brother or
 * sister there, then category, then points.
 *
 * @param category the lower comes first
 * @param points the higher comes first
 */
record PriorityKey(boolean hasSeat, boolean hasSibling, int category, int points) {

  private static final int POINTS = 1_000;
  private static final int CATEGORIES = 1_000;

  PriorityKey {
    if (category < 0 || category >= CATEGORIES || points < 0 || points >= POINTS) {
      throw new IllegalArgumentException("no such category or points");
    }
  }

  /** All of it as one number; the lower comes first. */
  int value() {
    var first = hasSeat ? 0 : hasSibling ? 1 : 2;
    return (first * CATEGORIES + category) * POINTS + (POINTS - 1 - points);
  }

  /** What {@link #value} was made of. */
  static PriorityKey of(int value) {
    var first = value / POINTS / CATEGORIES;
    return new PriorityKey(
        first == 0, first == 1, value / POINTS % CATEGORIES, POINTS - 1 - value % POINTS);
  }
}
