package city.huiwei.inventory.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Any unit of a pool for [from, to), of a party inventory does not know.
 *
 * @param to open when absent
 * @param until the hold is timed and lapses then, by the database's clock; firm when absent
 */
public record HoldRequest(
    String pool, LocalDate from, @Nullable LocalDate to, @Nullable Instant until) {}
