package city.huiwei.inventory.occupancy;

import city.huiwei.inventory.contract.Name;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pool as far as it is counted.
 *
 * @param key what it is counted with
 * @param squareMetres of one unit; 0 where no area is counted
 */
record PoolStock(
    String pool,
    String key,
    @Nullable Name name,
    int units,
    BigDecimal squareMetres,
    @Nullable Instant reportedAt,
    boolean stale) {}
