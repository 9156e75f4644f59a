/** Stays, deadlines and appointments as a calendar file for people's own calendars. */
@NullMarked
package city.huiwei.booking.agenda;

import org.jspecify.annotations.NullMarked;
