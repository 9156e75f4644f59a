/** Who is where: by night, site and kind, and live. */
@NullMarked
package city.huiwei.inventory.occupancy;

import org.jspecify.annotations.NullMarked;
