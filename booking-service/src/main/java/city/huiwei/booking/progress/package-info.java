/** How far an application has come, and what its applicant can do now. */
@NullMarked
package city.huiwei.booking.progress;

import org.jspecify.annotations.NullMarked;
