/** Trials for staff: what a rule would give, computed and forgotten. */
@NullMarked
package city.huiwei.booking.trial;

import org.jspecify.annotations.NullMarked;
