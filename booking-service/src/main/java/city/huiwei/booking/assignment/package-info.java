/** From rank to room: who of a draw gets which room, and what becomes of it until it is booked. */
@NullMarked
package city.huiwei.booking.assignment;

import org.jspecify.annotations.NullMarked;
