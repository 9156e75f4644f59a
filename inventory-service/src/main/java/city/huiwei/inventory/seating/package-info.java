/** Which unit for which request; pure. */
@NullMarked
package city.huiwei.inventory.seating;

import org.jspecify.annotations.NullMarked;
