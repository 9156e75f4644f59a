/** How many children a class may take on a day, and who moves on or leaves when. */
@NullMarked
package city.huiwei.booking.childcare;

import org.jspecify.annotations.NullMarked;
