/** Who comes first: waiting list, ballot and matching, and the offers that follow. */
@NullMarked
package city.huiwei.booking.allocation;

import org.jspecify.annotations.NullMarked;
