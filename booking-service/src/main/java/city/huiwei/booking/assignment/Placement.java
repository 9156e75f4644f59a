package city.huiwei.booking.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who got which room, and why each got what.
 *
 * @param decisions one of each contender, by rank
 * @param rounds how often the list was gone through until nothing kept was left over
 */
record Placement(List<Decision> decisions, List<CutOff> cutOffs, int rounds) {

  /**
   * What became of each wish of a list.
   *
   * @param given absent for who got nothing
   */
  record Decision(Contender contender, @Nullable Given given, List<Outcome> outcomes) {

    Decision {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * @param wish the place in the list, 0 for the dearest
   * @param reserved whether some night of it is one that is kept for the category
   */
  record Given(int wish, Stay stay, boolean reserved) {}

  /** What became of one wish. */
  enum Outcome {
    PLACED,
    /** A dearer wish was met. */
    PLACED_HIGHER,
    /** All rooms went to people who come before. */
    BELOW_CUTOFF,
    /** What was left is kept for another group. */
    RESERVE_ONLY,
    /** The batch has no room of that pool on these nights at all. */
    NO_FIT_DATES
  }

  /**
   * The last rank that got a room of a pool.
   *
   * @param category whose reserve it was; absent for the rooms that are open to all
   */
  record CutOff(String pool, @Nullable String category, int rank) {}

  Placement {
    decisions = List.copyOf(decisions);
    cutOffs = List.copyOf(cutOffs);
  }
}
