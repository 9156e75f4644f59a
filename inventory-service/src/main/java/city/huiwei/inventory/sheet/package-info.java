/**
 * Tables out of files, CSV or XLSX, of any encoding in use, in bounded memory; nothing of stock.
 */
@NullMarked
package city.huiwei.inventory.sheet;

import org.jspecify.annotations.NullMarked;
