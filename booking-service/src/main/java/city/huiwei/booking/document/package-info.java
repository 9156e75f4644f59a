/** What a document is, told by its content and never by its name; pure. */
@NullMarked
package city.huiwei.booking.document;

import org.jspecify.annotations.NullMarked;
