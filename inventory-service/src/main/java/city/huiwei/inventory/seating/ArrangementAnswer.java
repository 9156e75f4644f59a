package city.huiwei.inventory.seating;

import java.util.List;

/** What became of an arrangement: it is so now, or nothing has changed. */
public sealed interface ArrangementAnswer {

  /**
   * @param moves who has another unit now
   */
  record Arranged(List<Move> moves) implements ArrangementAnswer {}

  /**
   * @param reasons all that stand against it, in the order of their names
   */
  record Refused(List<Reason> reasons) implements ArrangementAnswer {}

  /** Why something cannot be arranged so. */
  enum Reason {
    /** There is no such stay in the pool now or later: it has ended, or never was. */
    STAY_ENDED,
    /** The stay has another unit than was seen. */
    STAY_ELSEWHERE,
    /** The stay began before today. */
    STAY_BEGUN,
    /** The stay is pinned, or is a block. */
    STAY_PINNED,
    /** The pool has no such unit: what was asked for may not be had there. */
    UNIT_UNFIT,
    /** Somebody else has the unit on one of the nights. */
    UNIT_TAKEN,
    /** Those in the way do not fit anywhere else. */
    NO_ROOM_ELSEWHERE
  }
}
