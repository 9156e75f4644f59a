/** How long somebody in a queue still has to wait, told as an interval or not at all; pure. */
@NullMarked
package city.huiwei.booking.estimate;

import org.jspecify.annotations.NullMarked;
