package city.huiwei.booking.matching;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A child of a family.
 *
 * @param priority by place, the lower the earlier; without one the child cannot have the place
 * @param seat the place it has now and keeps until it gets a better one
 */
public record Child(String id, Map<String, Integer> priority, @Nullable String seat) {}
