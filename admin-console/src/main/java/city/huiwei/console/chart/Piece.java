package city.huiwei.console.chart;

import org.jspecify.annotations.Nullable;

/**
 * Some nights of a unit that look alike: a bar, or free nights.
 *
 * @param span how many nights
 * @param bar absent where the unit is free
 */
record Piece(int span, String look, @Nullable Bar bar) {}
