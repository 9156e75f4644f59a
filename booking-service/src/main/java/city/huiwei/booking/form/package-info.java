/** Questions that a person answers page by page, and what is wrong with the answers; pure. */
@NullMarked
package city.huiwei.booking.form;

import org.jspecify.annotations.NullMarked;
