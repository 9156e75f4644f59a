package city.huiwei.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much there is.
 *
 * @param kinds units by their pool's kind
 * @param importedAt when a file was last taken over; absent when none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockFigures(
    long operators,
    long sites,
    long pools,
    long units,
    Map<String, Long> kinds,
    @Nullable Instant importedAt) {}
