/** Draws that anyone can replay: the protocol {@code huiwei-draw/1}, and nothing else. */
@NullMarked
package city.huiwei.booking.ballot;

import org.jspecify.annotations.NullMarked;
