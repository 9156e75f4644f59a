package city.huiwei.console.occupancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an address says of the scope; what it leaves out has a default. */
record Asked(
    @Nullable String programme,
    @Nullable String district,
    @Nullable LocalDate from,
    @Nullable Integer nights,
    @Nullable Figure show) {}
