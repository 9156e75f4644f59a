/** Messages to people. */
@NullMarked
package city.huiwei.booking.notice;

import org.jspecify.annotations.NullMarked;
