/** Bookings and entitlements: the steps with inventory, from the wish to the departure. */
@NullMarked
package city.huiwei.booking.booking;

import org.jspecify.annotations.NullMarked;
