/** Rounds of childcare places: their dates, classes, matching and publication. */
@NullMarked
package city.huiwei.console.round;

import org.jspecify.annotations.NullMarked;
