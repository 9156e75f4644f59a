package city.huiwei.inventory.seating;

/** The nights between two stays in one unit; {@link #EVER} where no stay was before. */
record Gap(int from, int to, int unit) {

  static final int EVER = Integer.MIN_VALUE;

  /** A side nobody bounds counts as this many idle nights, more than any stay is long. */
  private static final long UNBOUNDED = 36_500;

  boolean holds(Seat seat) {
    return from <= seat.from() && seat.to() <= to;
  }

  boolean isEmpty() {
    return from >= to;
  }

  boolean isEndless() {
    return from == EVER && to == Seat.OPEN;
  }

  /** The nights before a stay that would stay idle. */
  static long idleBefore(int from, int stayFrom) {
    return from == EVER ? UNBOUNDED : (long) stayFrom - from;
  }

  long idleBeside(int stayFrom, int stayTo) {
    var after = to == Seat.OPEN && stayTo != Seat.OPEN ? UNBOUNDED : (long) to - stayTo;
    return idleBefore(from, stayFrom) + after;
  }
}
