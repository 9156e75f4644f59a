package city.huiwei.booking.duplicate;

import city.huiwei.booking.application.ApplicationState;
import java.time.Instant;
import java.util.UUID;

/**
 * Two applications of one programme that look like one party's.
 *
 * @param likeness what is equal
 */
record Duplicate(Side older, Side newer, Likeness likeness) {

  /** One of the two; nothing in it names a person. */
  record Side(
      UUID application,
      String reference,
      String operator,
      ApplicationState state,
      Instant createdAt) {}

  /** What is equal. */
  enum Likeness {
    /** The identity number or the credit code. */
    PARTY,
    /** The telephone number: often a family's, so it says little by itself. */
    HOUSEHOLD
  }

  /** What a person found. */
  enum Verdict {
    SAME,
    DIFFERENT
  }
}
