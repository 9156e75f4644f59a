/** Living in a place or leasing it: from the agreement until it is free for the next. */
@NullMarked
package city.huiwei.booking.residence;

import org.jspecify.annotations.NullMarked;
