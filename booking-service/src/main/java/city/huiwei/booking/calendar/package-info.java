/** The city's working days and hours, and the deadlines that run in them; pure. */
@NullMarked
package city.huiwei.booking.calendar;

import org.jspecify.annotations.NullMarked;
