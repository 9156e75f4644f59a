/** Places as citizens search them. */
@NullMarked
package city.huiwei.booking.place;

import org.jspecify.annotations.NullMarked;
