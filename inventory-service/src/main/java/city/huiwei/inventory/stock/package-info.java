/** What is there: operators, sites, units and pools; how it comes in and how it is found. */
@NullMarked
package city.huiwei.inventory.stock;

import org.jspecify.annotations.NullMarked;
