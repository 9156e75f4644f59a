package city.huiwei.booking.programme;

import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of who asks.
 *
 * @param graduationYear the verified year; absent when nothing is verified
 * @param nightsLeft nights of the entitlement that are not spent
 */
public record Applicant(boolean isApplicant, @Nullable Integer graduationYear, int nightsLeft) {}
