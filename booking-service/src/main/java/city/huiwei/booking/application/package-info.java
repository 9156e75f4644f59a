/** Applying for a place: drafts, sending, checking by staff, and where an application stands. */
@NullMarked
package city.huiwei.booking.application;

import org.jspecify.annotations.NullMarked;
