/**
 * Evidence: the papers of an application brought, looked at by staff, passed or asked for again,
 * and erased in time.
 */
@NullMarked
package city.huiwei.booking.evidence;

import org.jspecify.annotations.NullMarked;
