/** Who is expected, here and leaving at an operator's sites, as far as its staff may know. */
@NullMarked
package city.huiwei.booking.guest;

import org.jspecify.annotations.NullMarked;
