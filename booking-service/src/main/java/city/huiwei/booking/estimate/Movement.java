package city.huiwei.booking.estimate;

import java.time.LocalDate;

/** So many of one category and so many points came to a list, or left it, on a day. */
record Movement(int category, int points, LocalDate day, int count) {

  /** Whether they rank higher, whenever the other one came. */
  boolean isAheadOf(int otherCategory, int otherPoints) {
    return category < otherCategory || (category == otherCategory && points > otherPoints);
  }

  boolean isLevelWith(int otherCategory, int otherPoints) {
    return category == otherCategory && points == otherPoints;
  }
}
