package city.huiwei.inventory.seating;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of requests that are seated together or not at all. */
public sealed interface SeatingAnswer {

  /**
   * All have a unit.
   *
   * @param units the unit of each request
   * @param moves what changed for others: each stay at most once, never to the unit it had
   */
  record Seated(Map<UUID, String> units, List<Move> moves) implements SeatingAnswer {}

  /** None has a unit, and nothing has moved. */
  record Refused(Reason reason) implements SeatingAnswer {}

  /** Why nobody could be seated. */
  enum Reason {
    /** On some night every unit is taken. */
    NO_PLACE_LEFT,
    /** Every night has a free unit, but no way was found around stays that may not move. */
    PINNED_STAYS_IN_THE_WAY
  }
}
