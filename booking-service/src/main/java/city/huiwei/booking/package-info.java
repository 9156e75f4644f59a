/** booking-service: who asks, and who gets it. */
@NullMarked
package city.huiwei.booking;

import org.jspecify.annotations.NullMarked;
