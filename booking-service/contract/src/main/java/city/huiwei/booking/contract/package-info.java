/** What admin-console may ask of booking-service: one interface and its records, nothing else. */
@NullMarked
package city.huiwei.booking.contract;

import org.jspecify.annotations.NullMarked;
