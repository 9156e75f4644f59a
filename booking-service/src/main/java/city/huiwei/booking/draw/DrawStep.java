package city.huiwei.booking.draw;

import org.jspecify.annotations.Nullable;

/** What can be done with a draw, and where it is after that. */
enum DrawStep {
  ANNOUNCE(null, DrawState.OPEN),
  FREEZE(DrawState.OPEN, DrawState.FROZEN),
  WITNESS(DrawState.FROZEN, DrawState.WITNESSED),
  REVEAL(DrawState.WITNESSED, DrawState.REVEALED),
  LIGHT(DrawState.REVEALED, DrawState.LIT),
  DRAW(DrawState.LIT, DrawState.DRAWN),
  PUBLISH(DrawState.DRAWN, DrawState.PUBLISHED),
  ABORT(null, DrawState.ABORTED);

  private final @Nullable DrawState before;
  private final DrawState after;

  DrawStep(@Nullable DrawState before, DrawState after) {
    this.before = before;
    this.after = after;
  }

  /** In which state a draw must be; absent where the step has no place in the order. */
  @Nullable DrawState before() {
    return before;
  }

  DrawState after() {
    return after;
  }
}
