package city.huiwei.booking.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of who asks.
 *
 * @param graduationYear the verified year; absent when nothing is verified
 * @param nightsLeft nights of the entitlement that are not spent
 * @param stays the nights that are theirs already
 */
public record Applicant(
    boolean isApplicant, @Nullable Integer graduationYear, int nightsLeft, List<Wish> stays) {

  /** Somebody who has booked nothing yet. */
  public Applicant(boolean isApplicant, @Nullable Integer graduationYear, int nightsLeft) {
    this(isApplicant, graduationYear, nightsLeft, List.of());
  }
}
