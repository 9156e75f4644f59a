/** Applications that look like one party's, for a person to resolve; none is refused by itself. */
@NullMarked
package city.huiwei.booking.duplicate;

import org.jspecify.annotations.NullMarked;
