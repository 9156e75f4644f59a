/** Batches: releases of units by two people, and registering for them in their window. */
@NullMarked
package city.huiwei.booking.batch;

import org.jspecify.annotations.NullMarked;
