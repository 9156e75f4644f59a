/** inventory-service: what is there, and when is it taken. It knows no persons. */
@NullMarked
package city.huiwei.inventory;

import org.jspecify.annotations.NullMarked;
