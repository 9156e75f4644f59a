/** Batches: drafted by one, released by another, and who has registered. */
@NullMarked
package city.huiwei.console.batch;

import org.jspecify.annotations.NullMarked;
