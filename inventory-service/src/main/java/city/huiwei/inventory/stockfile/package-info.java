/** PURE: the six files of stock: their columns, what may stand in them, and what a row becomes. */
@NullMarked
package city.huiwei.inventory.stockfile;

import org.jspecify.annotations.NullMarked;
