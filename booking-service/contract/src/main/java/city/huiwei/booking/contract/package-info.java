/** What admin-console may ask of booking-service: interfaces and their records, nothing else. */
@NullMarked
package city.huiwei.booking.contract;

import org.jspecify.annotations.NullMarked;
