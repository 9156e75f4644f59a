/** Offers of places to who waits for them: made, answered, lapsed, and passed on to the next. */
@NullMarked
package city.huiwei.booking.offer;

import org.jspecify.annotations.NullMarked;
