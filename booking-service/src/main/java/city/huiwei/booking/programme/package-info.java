/** The programmes and their rules; pure. */
@NullMarked
package city.huiwei.booking.programme;

import org.jspecify.annotations.NullMarked;
