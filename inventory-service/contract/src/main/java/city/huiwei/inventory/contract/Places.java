package city.huiwei.inventory.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of places in order of their pool's code.
 *
 * @param next the {@code after} of the next page; absent on the last
 */
public record Places(List<Place> items, @Nullable String next) {}
