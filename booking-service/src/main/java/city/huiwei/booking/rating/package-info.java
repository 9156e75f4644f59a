/** What applicants think of how they were served. */
@NullMarked
package city.huiwei.booking.rating;

import org.jspecify.annotations.NullMarked;
