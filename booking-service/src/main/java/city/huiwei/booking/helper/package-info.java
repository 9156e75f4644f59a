/** Letting somebody act for an applicant, with consent that can be taken back. */
@NullMarked
package city.huiwei.booking.helper;

import org.jspecify.annotations.NullMarked;
