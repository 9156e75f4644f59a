package city.huiwei.booking.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Children who are placed together.
 *
 * @param number the ballot number, at most 64 hex digits, the lower the earlier
 * @param choices the best first; each names a place a child, in the children's order, or null for
 *     none
 */
public record Family(
    String id,
    String number,
    String category,
    List<Child> children,
    List<List<@Nullable String>> choices) {}
