/** Applying: what an applicant asks of a programme, with its evidence, and its review. */
@NullMarked
package city.huiwei.booking.application;

import org.jspecify.annotations.NullMarked;
