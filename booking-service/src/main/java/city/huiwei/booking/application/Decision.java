package city.huiwei.booking.application;

import city.huiwei.edge.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of an application, by whom and why; never changed.
 *
 * @param rulesVersion of the rules that it follows
 * @param standing what ranked it, where it has a rank
 * @param decidedBy a person's account, or {@code system}
 * @param appealUntil when the time to object is over; absent where there is nothing to object to
 * @param rulesHash of the rules as they were; absent where they were in force no more
 * @param engine what ranked it, by the version of its order
 */
public record Decision(
    UUID id,
    UUID application,
    Instant at,
    Kind kind,
    String outcome,
    String rulesVersion,
    Application.@Nullable Standing standing,
    List<Reason> reasons,
    String decidedBy,
    @Nullable Instant appealUntil,
    @Nullable String rulesHash,
    @Nullable String engine) {

  /** What it is about. */
  public enum Kind {
    ELIGIBILITY,
    RANKING,
    OFFER,
    APPEAL
  }
}
