package city.huiwei.booking.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round with its dates, and how far it has come.
 *
 * @param operator whose staff run it
 * @param startsOn the day on which the places begin; ages count on it
 * @param opensAt from when lists are taken, until {@code closesAt}
 * @param answersUntil until when offers are to be answered, {@code fillAnswersUntil} those of the
 *     filling-up
 * @param runs how often it was matched
 * @param published how many of these everybody sees
 * @param now the database's clock when it was read
 */
record ChildcareRound(
    UUID id,
    String reference,
    String operator,
    LocalDate startsOn,
    Instant opensAt,
    Instant closesAt,
    Instant answersUntil,
    Instant fillAnswersUntil,
    String rulesVersion,
    int runs,
    int published,
    Instant now) {

  /** The whole round, and the filling-up of what it left. */
  static final int MOST_RUNS = 2;

  /** Where a round stands, as everybody sees it. */
  enum Phase {
    ANNOUNCED,
    /** Families enter and rank. */
    OPEN,
    /** The lists are closed; numbers are drawn, and children are matched. */
    MATCHING,
    /** The result is public, and offers wait for answers. */
    ANSWERING,
    /** What was not taken is matched again. */
    FILLING,
    /** That result is public too, and waits for answers. */
    FILLED,
    ENDED
  }

  public Phase phase() {
    if (now.isBefore(closesAt)) {
      return now.isBefore(opensAt) ? Phase.ANNOUNCED : Phase.OPEN;
    }
    return switch (published) {
      case 0 -> Phase.MATCHING;
      case 1 -> now.isBefore(answersUntil) ? Phase.ANSWERING : Phase.FILLING;
      default -> now.isBefore(fillAnswersUntil) ? Phase.FILLED : Phase.ENDED;
    };
  }

  /** The run that can be made now; absent when none can. */
  @Nullable Integer runToMake() {
    var phase = phase();
    return runs == 0 && phase == Phase.MATCHING
        ? Integer.valueOf(1)
        : runs == 1 && phase == Phase.FILLING ? Integer.valueOf(2) : null;
  }

  /** Until when what a run gives is to be answered. */
  Instant answersUntil(int run) {
    return run == 1 ? answersUntil : fillAnswersUntil;
  }
}
