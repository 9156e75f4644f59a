package city.huiwei.inventory.occupancy;

import org.jspecify.annotations.Nullable;

/** A part of the city: a programme, and what of it; what is absent does not narrow it. */
public record Part(
    String programme,
    @Nullable String operator,
    @Nullable String district,
    @Nullable String site) {}
