/**
 * Childcare places by rounds: families rank classes, all are placed at once, the rest is filled up.
 */
@NullMarked
package city.huiwei.booking.round;

import org.jspecify.annotations.NullMarked;
