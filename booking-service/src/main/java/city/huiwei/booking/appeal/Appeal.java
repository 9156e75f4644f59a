package city.huiwei.booking.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about an application, with a clock.
 *
 * @param decision what it is against; absent for any other request
 * @param asked sealed, {@code answer} likewise
 * @param owner whose work it is to answer; absent until somebody takes it
 * @param due when it is to be answered at the latest
 * @param escalatedAt since when the manager is asked, too
 */
record Appeal(
    UUID id,
    String reference,
    UUID application,
    @Nullable UUID decision,
    UUID account,
    String operator,
    byte[] asked,
    byte @Nullable [] answer,
    @Nullable Outcome outcome,
    @Nullable String owner,
    Instant createdAt,
    Instant due,
    @Nullable Instant escalatedAt,
    @Nullable Instant answeredAt) {

  /** What came of it. */
  enum Outcome {
    /** The decision stays as it was. */
    UPHELD,
    /** The decision is made anew. */
    CORRECTED,
    /** It was a question, and has its answer. */
    ANSWERED
  }

  boolean isOpen() {
    return answeredAt == null;
  }

  @Override
  public String toString() {
    return reference;
  }
}
