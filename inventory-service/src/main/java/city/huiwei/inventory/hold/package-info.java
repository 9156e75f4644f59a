/** Holds: the table that keeps the promise, and the lanes that keep the crowd orderly. */
@NullMarked
package city.huiwei.inventory.hold;

import org.jspecify.annotations.NullMarked;
