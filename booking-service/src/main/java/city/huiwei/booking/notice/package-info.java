/** Telling people what became of what they asked for: in the pages, by mail, by short message. */
@NullMarked
package city.huiwei.booking.notice;

import org.jspecify.annotations.NullMarked;
