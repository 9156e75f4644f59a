package city.huiwei.booking.matching;

import org.jspecify.annotations.Nullable;

/**
 * The last key of a category that a full place took or would take: whoever has a lower priority
 * value, or the same and a number that is not higher, gets in. A place without one takes everybody
 * of the category who may have it; one without a key takes nobody of it.
 */
public record CutOff(
    String place, String category, @Nullable Integer priority, @Nullable String number) {}
