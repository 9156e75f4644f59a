/** Where documents are kept outside the database: sealed, in a folder or in a bucket. */
@NullMarked
package city.huiwei.booking.archive;

import org.jspecify.annotations.NullMarked;
