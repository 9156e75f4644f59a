/**
 * The pages on which an application is written: task list, questions, check, and what comes next.
 */
@NullMarked
package city.huiwei.booking.draft;

import org.jspecify.annotations.NullMarked;
