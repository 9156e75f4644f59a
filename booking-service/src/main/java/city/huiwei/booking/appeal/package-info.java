/** Questions that hold the place in the queue and have a clock. */
@NullMarked
package city.huiwei.booking.appeal;

import org.jspecify.annotations.NullMarked;
