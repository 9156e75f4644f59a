/** Where an application stands, why, and what would change it. */
@NullMarked
package city.huiwei.booking.explanation;

import org.jspecify.annotations.NullMarked;
