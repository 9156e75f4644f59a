/** The draws of this city: their steps in order, everything written down, everything public. */
@NullMarked
package city.huiwei.booking.draw;

import org.jspecify.annotations.NullMarked;
